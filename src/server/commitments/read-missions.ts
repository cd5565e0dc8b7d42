import type { StructureMissions } from '../../domain/access/structure-missions.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { quartersShown } from '../../domain/commitments/quarters-shown.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { reportedWork } from '../store/reported-work.ts'
import type { Store } from '../store/store.ts'
import { snapshotRead } from '../store/transaction.ts'
import { missionsTouched } from './missions-touched.ts'

/** Coverage of the three missions by quarter, as commitment 3 counts it; of nothing for who isn't a member. */
export async function readMissions(
  store: Store,
  question: { person: PersonId; structure: StructureId; today: CalendarDay },
): Promise<StructureMissions> {
  const { today, ...asked } = question
  return snapshotRead(store, async (db) => {
    const quarters: StructureMissions['quarters'] = []
    for (const period of quartersShown(today)) {
      quarters.push({ ...period, missions: missionsTouched(await reportedWork(db, { ...asked, period })) })
    }
    return { today, quarters }
  })
}
