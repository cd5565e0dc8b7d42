import { sql } from 'kysely'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { milliseconds, timesOf, type Figure } from '../figures.ts'
import { figureOf, homeOfStructures } from './board-figures.ts'
import { forTheState, headersOf, receive, timed, type Nation } from './nation.ts'

const rounds = 20

/**
 * The State's table of who is trained and equipped, where twenty-one facts of training and eight of kit are kept of each
 * advisor; and the home of a structure then. They go again afterwards: the other figures are those of a nation without.
 */
export async function readinessFigures(nation: Nation): Promise<Figure[]> {
  await grantAll(nation.store)
  await sayTraining(nation.store)
  await sayKit(nation.store)
  try {
    const headers = await headersOf(nation, await forTheState(nation, null))
    const read = async () => (await timed(() => receive(`${nation.origin}/api/state/readiness`, headers)))[1]
    const first = await read()
    const bare = await bareRows(nation)
    const figures = [firstReading(first, bare)]
    for (const { what, before } of [
      { what: 'the same, read again', before: async () => undefined },
      { what: 'that, each time after something was said of a training', before: () => saySomething(nation) },
    ]) {
      const own: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await before()
        own.push(await read())
      }
      figures.push(figureOf(what, 300, own, [bare]))
    }
    figures.push(await homeOfStructures(nation, 'home of a structure with facts of all seven commitments'))
    return figures
  } finally {
    await forgetAll(nation.store)
  }
}

function firstReading(took: number, bare: number): Figure {
  return {
    what: 'the State’s table of who is trained and equipped, first reading after a start',
    target: 'at most 30 s',
    measured: milliseconds(took),
    reference: `${milliseconds(bare)} (the same rows, one statement each)`,
    ratio: timesOf(took, bare),
    met: took <= 30_000,
  }
}

async function bareRows({ store }: Nation): Promise<number> {
  const [, took] = await timed(async () => {
    await sql`select f.* from training_fact f`.execute(store.db)
    await sql`select f.* from kit_fact f`.execute(store.db)
  })
  return took
}

/** As far as the table is concerned: whoever says something takes the next turn of that training. */
function saySomething({ store }: Nation): Promise<unknown> {
  return sql`update training_turn set fact_changes = fact_changes + 1
    where scope_id = (select scope from bench_scope order by random() limit 1)`.execute(store.db)
}

async function sayTraining({ db }: Store): Promise<void> {
  await sql`insert into training_turn (scope_id) select scope from bench_scope`.execute(db)
  await sql`insert into training_fact (fact_id, scope_id, kind, party, day, said, by_person, at)
    select gen_random_uuid(), s.scope, f.kind, 'body', f.day, f.said, ${cast.farid.id}::uuid, '2026-11-01T08:00:00Z'
    from (
      select b.scope, b.notified_on, place, gen_random_uuid() as session
      from bench_scope b, generate_series(1, 9) place) s
    cross join lateral (
      select case place when 9 then 'convoked' else 'half-day' end as kind, notified_on + 60 + place as day,
        case place when 9 then jsonb_build_object('session', session, 'exam', 'ccp1', 'half', 'matin', 'place', '')
          else jsonb_build_object('session', session, 'half', 'matin', 'part', 'formation', 'title', 'Posture',
            'place', 'Foix') end as said
      union all
      select 'attended', notified_on + 60 + place, jsonb_build_object('session', session, 'presence', 'present',
        'reason', null, 'afterSeal', false)
      union all
      select k.kind, notified_on + 80, k.said
      from (values
        ('positioned', jsonb_build_object('hours', 70)), ('completed', '{}'::jsonb),
        ('module', jsonb_build_object('title', 'Parentalité'))) k (kind, said)
      where place = 9) f`.execute(db)
  await sql`analyze training_fact`.execute(db)
}

async function sayKit({ db }: Store): Promise<void> {
  await sql`insert into kit_turn (structure_id) select structure from bench_structure`.execute(db)
  await sql`insert into kit_fact (fact_id, structure_id, scope_id, kind, party, day, said, by_person, at)
    select gen_random_uuid(), s.structure, s.scope, f.kind, f.party, s.notified_on + 50, f.said, ${cast.farid.id}::uuid,
      '2026-11-01T08:00:00Z'
    from (
      select b.structure, b.scope, b.notified_on, equipment, gen_random_uuid() as item
      from bench_scope b, unnest(array['ordinateur', 'telephone', 'espace_de_travail', null]) equipment) s
    cross join lateral (values
      (case when equipment is null then 'outfit-asked' else 'handed' end, 'structure',
        case when equipment is null then jsonb_build_object('item', item, 'reason', 'premiere')
          else jsonb_build_object('item', item, 'equipment', equipment, 'label', 'N° 1', 'serial', '', 'wear', 'neuf',
            'instead', null) end),
      (case when equipment is null then 'outfit-received' else 'received' end, 'advisor',
        jsonb_build_object('item', item))) f (kind, party, said)`.execute(db)
  await sql`analyze kit_fact`.execute(db)
}

/** They file for their structures, as those do whom a device knows. */
async function grantAll({ db }: Store): Promise<void> {
  await sql`insert into sync_grant (scope_id, user_id, can_write) select scope, person, true from bench_scope
    on conflict do nothing`.execute(db)
}

async function forgetAll({ db }: Store): Promise<void> {
  for (const table of ['training_fact', 'training_turn', 'kit_fact', 'sync_grant'])
    await sql`delete from ${sql.table(table)} where scope_id in (select scope from bench_scope)`.execute(db)
  await sql`delete from kit_turn where structure_id in (select structure from bench_structure)`.execute(db)
}
