import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import type { StructureId } from '../../domain/ids.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import type { Db } from './tables.ts'

/** What a structure's calendar depends on. */
export interface StructureSetting {
  /** Some have holidays of their own. */
  readonly department: string | undefined
  /** The first day of the first contract with an advisor; undefined where there never was one. */
  readonly firstContract: CalendarDay | undefined
}

const settingSchema = z.object({ commune: z.nullable(z.string()), first: z.nullable(calendarDaySchema) })

export async function structureSetting(db: Db, structure: StructureId): Promise<StructureSetting> {
  const { rows } = await sql`
    select s.commune, (
      select min(c.starts) from assignment a join contract c on c.scope_id = a.scope_id
      where a.structure_id = s.structure_id and a.role = 'advisor') as first
    from structure s where s.structure_id = ${structure}`.execute(db)
  const { commune, first } = settingSchema.parse(rows[0] ?? { commune: null, first: null })
  return {
    department: commune === null ? undefined : departmentOf(commune),
    firstContract: first ?? undefined,
  }
}
