import { doublesAmong, isSaidApart } from '../../domain/beneficiary/find-doubles.ts'
import type { LocalPerson } from './people-of-rows.ts'

export type Pair = readonly [LocalPerson, LocalPerson]

/** Milliseconds of work between two pauses: a page that is used meanwhile doesn't feel it. */
const atOnce = 12

/** Pairs of pages that are probably of one person, found without ever holding the page up. */
export async function findDoubles(people: readonly LocalPerson[], signal: AbortSignal): Promise<Pair[]> {
  const work = doublesAmong(people.map(toCompare))
  let began = performance.now()
  let part = work.next()
  while (!part.done) {
    if (performance.now() - began > atOnce) {
      await aMoment()
      if (signal.aborted) return []
      began = performance.now()
    }
    part = work.next()
  }
  const byId = new Map(people.map((local) => [String(local.id), local]))
  return part.value.flatMap(([id, otherId]): Pair[] => {
    const [one, other] = [byId.get(id), byId.get(otherId)]
    return one && other ? [[one, other]] : []
  })
}

/** Pairs that still are: neither erased, nor merged, nor said apart since they were found. */
export function stillPairs(pairs: readonly Pair[], people: readonly LocalPerson[]): Pair[] {
  const byId = new Map(people.map((local) => [local.id, local]))
  return pairs.flatMap(([{ id }, { id: otherId }]): Pair[] => {
    const [one, other] = [byId.get(id), byId.get(otherId)]
    return one && other && !areSaidApart(one, other) ? [[one, other]] : []
  })
}

/** Whether the advisor said that two people aren't one. */
export function areSaidApart(one: LocalPerson, other: LocalPerson): boolean {
  return isSaidApart(toCompare(one), toCompare(other))
}

function toCompare({ id, person, pages }: LocalPerson) {
  const { firstName, name, phone, email, birthYear } = person
  const apart = pages.flatMap(({ body }) => (Array.isArray(body['notSameAs']) ? body['notSameAs'] : []))
  return {
    id,
    firstName,
    name,
    phone,
    email,
    birthYear,
    pages: pages.map((page) => page.id),
    notSameAs: apart.filter((other) => typeof other === 'string'),
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
