import type { LocalDocument } from '../../src/app/data/local-document.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import { attempt, handleOf, save, scopesOf, wordOf } from './act.ts'
import { isOver } from './contracts.ts'
import { count } from './counters.ts'
import { pickOne } from './random.ts'
import type { Step } from './steps.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

/* Absences: documents that advisors and their employers both write. */

export async function declare(
  world: World,
  tab: Tab,
  { scope, value }: Extract<Step, { do: 'declare' }>,
): Promise<void> {
  const where = pickOne(scopesOf(world, tab), scope)
  if (where === undefined) return
  const body = { ...daysOf(value), declaredBy: 'advisor' }
  const what = { scope: where, collection: 'absence', id: world.newId(), body }
  await save(world, tab, what, body, wordOf(world))
  count(world.counters, 'absences declared')
}

export async function correct(
  world: World,
  tab: Tab,
  { pick, value }: Extract<Step, { do: 'correct-absence' }>,
): Promise<void> {
  const row = pickOne(absencesOn(world, tab), pick)
  if (!row) return
  const { scope, id, body: before } = row
  const { fromNoon: _fromNoon, weekdays: _weekdays, ...others } = before
  const typed = daysOf(value)
  const what = { scope, collection: 'absence', id, before, body: { ...others, ...typed } }
  await save(world, tab, what, typed, wordOf(world))
  count(world.counters, 'absences corrected')
}

export async function takeBack(world: World, tab: Tab, pick: number): Promise<void> {
  const row = pickOne(absencesOn(world, tab), pick)
  if (!row) return
  const isDone = await attempt(world, tab, () =>
    tab.build.deleteDocument(tab.db, handleOf(row), world.toolsOf(tab)),
  )
  if (!isDone) return
  count(world.counters, 'absences taken back')
  world.account.deleted(tab.databaseName, row.id)
}

/** Where the contracts let it: the use case refuses once the scope is closed. */
export async function employerDeclares(
  world: World,
  { scope, value }: Extract<Step, { do: 'employer-declares' }>,
): Promise<void> {
  const where = pickOne(world.scopeIds, scope) ?? ''
  if (isOver(world.scopes.get(where)?.contracts ?? [], world.now)) return
  const body = { ...daysOf(value), declaredBy: 'structure' }
  await world.server.writes(where, world.employer, { id: world.newId(), collection: 'absence', body })
  await world.readServer()
  count(world.counters, 'absences of employers')
}

export async function employerTakesBack(world: World, pick: number): Promise<void> {
  const theirs = [...world.scopes.values()].flatMap(({ scope, documents }) =>
    [...documents.values()]
      .filter(({ collection, state, body }) => {
        return collection === 'absence' && state === 'live' && body['declaredBy'] === 'structure'
      })
      .map(({ id }) => ({ scope, id })),
  )
  const one = pickOne(theirs, pick)
  if (!one) return
  await world.server.deletes(one.scope, world.employer, one.id)
  await world.readServer()
  count(world.counters, 'absences taken back by employers')
}

const kinds = ['conge', 'formation', 'autre']

function daysOf(value: number): JsonObject {
  const from = `2026-11-${String(1 + (value % 20)).padStart(2, '0')}`
  const to = `2026-12-${String(1 + (value % 28)).padStart(2, '0')}`
  if (value % 7 === 0) return { kind: 'temps_partiel', from, to, weekdays: [value % 5] }
  return { kind: kinds[value % 3] ?? 'conge', from, to, ...(value % 2 === 0 && { fromNoon: true }) }
}

function absencesOn(world: World, tab: Tab): LocalDocument[] {
  return world
    .diskOf(tab)
    .documents.filter(
      ({ collection, state, body }) => collection === 'absence' && state === 'live' && body['from'],
    )
}
