import type { OwnContracts } from '../../../domain/access/own-contracts.ts'
import type { DatedAnswer } from '../dated-answer.ts'
import { fetchOwnContracts, keepOwnContracts, readKeptOwnContracts } from '../own-contracts.ts'
import { useServerAnswer, type AskedServer } from './use-server-answer.ts'

const byServer = {
  fetch: (question: string) => fetchOwnContracts(question),
  keep: keepOwnContracts,
  readKept: readKeptOwnContracts,
}

/** One's own contracts, as the server says now or said last: what it says is kept on the device. */
export function useOwnContracts(): AskedServer<DatedAnswer<OwnContracts>, string> {
  return useServerAnswer('mine', byServer)
}
