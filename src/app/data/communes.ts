import { communesIndexUrl } from 'virtual:communes-index'
import type { Commune, InseeCode } from '../../domain/territory/commune.ts'
import { decodeCommunes } from '../../domain/territory/communes-index.ts'
import { searchableCommunes, searchCommunes } from '../../domain/territory/search-communes.ts'

/** All of France's communes, in memory. */
export interface CommuneDirectory {
  /** Communes that a text may mean, likeliest first, at most `limit` (searchCommunes). */
  search(text: string, limit: number): readonly Commune[]
  /** Undefined for a code that no commune has today: communes merge, and old reports keep their codes. */
  byCode(code: InseeCode): Commune | undefined
}

/** Why there is no directory: no answer, an answer that is an error, or one that isn't the index. */
export type CommunesFailure = 'unreachable' | 'refused' | 'damaged'

export class CommunesUnavailable extends Error {
  readonly reason: CommunesFailure

  constructor(reason: CommunesFailure, options?: ErrorOptions) {
    super(`The index of communes is ${reason}`, options)
    this.name = 'CommunesUnavailable'
    this.reason = reason
  }
}

let loading: Promise<CommuneDirectory> | undefined

/**
 * The directory, fetched and decoded at the first call; the same one ever after. The service worker has the index
 * beforehand: no network is needed. Rejects with CommunesUnavailable, after which a call tries again.
 */
export function loadCommunes(): Promise<CommuneDirectory> {
  loading ??= fetchCommunes().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function fetchCommunes(): Promise<CommuneDirectory> {
  const communes = decodeCommunes(await fetchIndex())
  if (!communes) throw new CommunesUnavailable('damaged')
  return directoryOf(communes)
}

async function fetchIndex(): Promise<string> {
  const response = await unlessUnreachable(fetch(communesIndexUrl))
  if (!response.ok) throw new CommunesUnavailable('refused')
  return unlessUnreachable(response.text())
}

function unlessUnreachable<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((cause: unknown) => {
    throw new CommunesUnavailable('unreachable', { cause })
  })
}

function directoryOf(communes: readonly Commune[]): CommuneDirectory {
  const searchable = searchableCommunes(communes)
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  return {
    search: (text, limit) => searchCommunes(searchable, text, limit),
    byCode: (code) => byCode.get(code),
  }
}
