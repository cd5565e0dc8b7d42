import type { OwnCommunity } from '../../domain/access/community-on-the-wire.ts'
import type { OwnKit } from '../../domain/access/kit-on-the-wire.ts'
import type { OwnContracts } from '../../domain/access/own-contracts.ts'
import type { OwnTraining } from '../../domain/access/training-on-the-wire.ts'
import { fetchOwnCommunity, keepOwnCommunity, readKeptOwnCommunity } from './community.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { fetchOwnKit, keepOwnKit, readKeptOwnKit } from './kit.ts'
import { fetchOwnContracts, keepOwnContracts, readKeptOwnContracts } from './own-contracts.ts'
import { fetchOwnTraining, keepOwnTraining, readKeptOwnTraining } from './training.ts'

/** What others keep of oneself; null of each that neither the server tells now nor the device ever read. */
export interface ToldOfOneself {
  readonly contracts: OwnContracts['contracts'] | null
  /** Clothing and equipment: what the structure said, and one's own words. */
  readonly kit: OwnKit['structures'] | null
  readonly training: OwnTraining['structures'] | null
  /** Events that concern one, and the marks of one's attendance. */
  readonly community: Pick<OwnCommunity, 'events' | 'marks'> | null
}

export const nothingTold: ToldOfOneself = { contracts: null, kit: null, training: null, community: null }

/** All that others keep of oneself: as the server tells it now, or as it was read last. */
export async function toldOfOneself(db: CoopDatabase, fetch: Fetch = browserFetch): Promise<ToldOfOneself> {
  const [contracts, kit, training, community] = await Promise.all([
    latest(db, fetch, { fetch: fetchOwnContracts, keep: keepOwnContracts, readKept: readKeptOwnContracts }),
    latest(db, fetch, { fetch: fetchOwnKit, keep: keepOwnKit, readKept: readKeptOwnKit }),
    latest(db, fetch, { fetch: fetchOwnTraining, keep: keepOwnTraining, readKept: readKeptOwnTraining }),
    latest(db, fetch, { fetch: fetchOwnCommunity, keep: keepOwnCommunity, readKept: readKeptOwnCommunity }),
  ])
  return {
    contracts: contracts?.said.contracts ?? null,
    kit: kit?.structures ?? null,
    training: training?.structures ?? null,
    community: community ? { events: community.events, marks: community.marks } : null,
  }
}

interface Told<A> {
  readonly fetch: (question: string, fetch: Fetch) => Promise<CountedOutcome<A>>
  readonly keep: (db: CoopDatabase, question: string, answer: A) => Promise<void>
  readonly readKept: (db: CoopDatabase, question: string) => Promise<A | undefined>
}

async function latest<A>(db: CoopDatabase, fetch: Fetch, by: Told<A>): Promise<A | undefined> {
  const outcome = await by.fetch('mine', fetch)
  if (!outcome.ok) return by.readKept(db, 'mine')
  await by.keep(db, 'mine', outcome.figures)
  return outcome.figures
}
