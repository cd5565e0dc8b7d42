import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { isInsideContract, isReportOfAccompaniment } from './readable-reports.ts'
import type { Db } from './tables.ts'

const touchedSchema = z.object({ themes: z.array(z.string()), isCommunity: z.boolean() })

/**
 * Which themes reports of a structure touched on days of a period inside a contract, and whether any was for the life of
 * the community: that it was, never how often nor by whom. Nothing for anybody who doesn't read the structure for the
 * State while the query runs.
 */
export async function workOfRemit(
  db: Db,
  { person, structure, period }: { person: PersonId; structure: StructureId; period: Period },
): Promise<z.infer<typeof touchedSchema>[]> {
  const { rows } = await sql`
    select case when ${isReportOfAccompaniment} then coalesce(d.body -> 'themes', '[]')
        else '[]' end as themes,
      bool_or(d.body ->> 'kind' = 'hors_accompagnement'
        and coalesce(d.body ->> 'activity', '') = 'vie_de_la_communaute') as "isCommunity"
    from state_remit r
    join structure s on r.department is null or r.department = s.department
    join assignment a on a.structure_id = s.structure_id and a.role = 'advisor'
    join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
    where r.person_id = ${person} and s.structure_id = ${structure}
      and d.day between ${period.from} and ${period.to} and ${isInsideContract('d')}
    group by 1`.execute(db)
  return rows.map((row) => touchedSchema.parse(row))
}
