import type { LocalDocument } from '../../src/app/data/local-document.ts'
import { attempt, handleOf, save, scopesOf, wordOf } from './act.ts'
import { count } from './counters.ts'
import { pickOne } from './random.ts'
import type { Tab } from './tab.ts'
import { newReport } from './typed-bodies.ts'
import type { World } from './world.ts'

/* What advisors do with the pages of the people whom they follow. */

export async function follow(world: World, tab: Tab, pick: number): Promise<void> {
  const scope = pickOne(scopesOf(world, tab), pick)
  if (scope === undefined) return
  const [id, word] = [world.newId(), wordOf(world)]
  const body = { firstName: word, name: 'Benali' }
  await save(world, tab, { scope, collection: 'beneficiary', id, body }, body, word)
  count(world.counters, 'people followed')
}

/** A report that names somebody by the id of their page. */
export async function name(world: World, tab: Tab, pick: number): Promise<void> {
  const person = pickOne(peopleOn(world, tab), pick)
  if (!person) return
  const [id, word] = [world.newId(), wordOf(world)]
  const body = { ...newReport(word), beneficiary: { kind: 'suivi', id: person.id } }
  await save(world, tab, { scope: person.scope, collection: 'report', id, body }, body, word)
  count(world.counters, 'people named')
}

/** Whoever was written down wrongly is corrected. */
export async function rename(world: World, tab: Tab, pick: number): Promise<void> {
  const person = pickOne(peopleOn(world, tab), pick)
  if (!person) return
  const { scope, id, body: before } = person
  const typed = { firstName: wordOf(world) }
  const what = { scope, collection: 'beneficiary', id, before, body: { ...before, ...typed } }
  await save(world, tab, what, typed, typed.firstName)
}

/** Two pages are one person's: the report that names the first is left as it is. */
export async function merge(world: World, tab: Tab, pick: number): Promise<void> {
  const loser = pickOne(peopleOn(world, tab), pick)
  const winner = pickOne(
    peopleOn(world, tab).filter(({ id, scope }) => id !== loser?.id && scope === loser?.scope),
    pick,
  )
  if (!loser || !winner) return
  const typed = { mergedInto: winner.id }
  const where = { scope: loser.scope, collection: 'beneficiary', id: loser.id, before: loser.body }
  await save(world, tab, { ...where, body: { ...loser.body, ...typed } }, typed, wordOf(world))
  count(world.counters, 'people merged')
}

export async function erasePerson(world: World, tab: Tab, pick: number): Promise<void> {
  const person = pickOne(peopleOn(world, tab), pick)
  if (!person) return
  const erase = () => tab.build.eraseDocument(tab.db, handleOf(person), world.toolsOf(tab))
  if (!(await attempt(world, tab, erase))) return
  count(world.counters, 'people erased')
  world.account.erased(person.id)
}

/** Those whose page can be read here: of a closed scope nobody. */
function peopleOn(world: World, tab: Tab): LocalDocument[] {
  return world.diskOf(tab).documents.filter(({ collection, state, body }) => {
    return collection === 'beneficiary' && state === 'live' && typeof body['firstName'] === 'string'
  })
}
