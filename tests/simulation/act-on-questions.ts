import { save, wordOf } from './act.ts'
import { isOver } from './contracts.ts'
import { count } from './counters.ts'
import { pickOne } from './random.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

/* Questions that employers ask about reports, and their answers: a document each, written once. */

/** About any report that is there: the use case refuses once the scope is closed. */
export async function ask(world: World, pick: number): Promise<void> {
  const reports = [...world.scopes.values()]
    .filter(({ contracts }) => !isOver(contracts, world.now))
    .flatMap(({ scope, documents }) =>
      [...documents.values()]
        .filter(({ collection, state }) => collection === 'report' && state === 'live')
        .map(({ id, rev }) => ({ scope, id, rev })),
    )
  const about = pickOne(reports, pick)
  if (!about) return
  const [id, word] = [world.newId(), wordOf(world)]
  const at = new Date(world.now).toISOString()
  const body = { report: about.id, kind: 'question', from: 'structure', text: word, rev: about.rev, at }
  await world.server.writes(about.scope, world.employer, { id, collection: 'report-message', body })
  await world.readServer()
  count(world.counters, 'questions asked')
}

export async function answer(world: World, tab: Tab, pick: number): Promise<void> {
  const question = pickOne(
    world.diskOf(tab).documents.filter(({ collection, state, body }) => {
      return collection === 'report-message' && state === 'live' && body['kind'] === 'question'
    }),
    pick,
  )
  if (!question) return
  const word = wordOf(world)
  const { scope, id: asked, body: said } = question
  const at = new Date(world.now).toISOString()
  const report = said['report'] ?? ''
  const body = { report, kind: 'answer', from: 'advisor', text: word, settles: [asked], at }
  await save(world, tab, { scope, collection: 'report-message', id: world.newId(), body }, body, word)
  count(world.counters, 'questions answered')
}
