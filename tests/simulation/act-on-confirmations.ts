import { attempt, handleOf, save, scopesOf, wordOf } from './act.ts'
import { count } from './counters.ts'
import { pickOne } from './random.ts'
import type { Step } from './steps.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

/* What advisors confirm in a tap: a document each, written once, taken back by deleting it. */

export async function confirm(
  world: World,
  tab: Tab,
  { scope, value }: Extract<Step, { do: 'confirm' }>,
): Promise<void> {
  const where = pickOne(scopesOf(world, tab), scope)
  if (where === undefined) return
  const word = wordOf(world)
  // Few things, so that two devices say the same, or the contrary, of one.
  const item = `019ab000-0000-7000-8000-00000000000${value % 3}`
  // Of any year: no day of one is refused.
  const said = { about: 'kit', item, day: `${2020 + (value % 12)}-11-05`, at: '2026-11-20T09:00:00.000Z' }
  const body =
    value % 2 === 0 ? { ...said, kind: 'out-of-order', words: word } : { ...said, kind: 'back', note: word }
  const what = { scope: where, collection: 'confirmation', id: world.newId(), body }
  await save(world, tab, what, body, word)
  count(world.counters, 'confirmations said')
}

export async function takeConfirmationBack(world: World, tab: Tab, pick: number): Promise<void> {
  const said = world
    .diskOf(tab)
    .documents.filter(({ collection, state }) => collection === 'confirmation' && state === 'live')
  const row = pickOne(said, pick)
  if (!row) return
  const isDone = await attempt(world, tab, () =>
    tab.build.deleteDocument(tab.db, handleOf(row), world.toolsOf(tab)),
  )
  if (!isDone) return
  count(world.counters, 'confirmations taken back')
  world.account.deleted(tab.databaseName, row.id)
}
