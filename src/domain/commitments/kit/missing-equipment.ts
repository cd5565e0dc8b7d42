import type { CalendarDay } from '../../calendar-day.ts'
import { versionOn } from '../versioned-milestones.ts'
import { kitRules } from './kit-rules.ts'
import { missingSince, type Equipped } from './kit-standing.ts'
import type { Equipment } from './kit-words.ts'
import type { Kit } from './structure-kit.ts'

/** Something that everybody has and somebody hasn't, and the day since which. */
export interface MissingEquipment {
  readonly equipment: Equipment
  readonly since: CalendarDay
}

/** What of the required equipment somebody has none of that works, on a day. */
export function missingEquipment(kit: Kit, advisor: Equipped, day: CalendarDay): MissingEquipment[] {
  return versionOn(kitRules, day).required.flatMap((equipment) => {
    const since = missingSince(kit, advisor, equipment, day)
    return since === undefined ? [] : [{ equipment, since }]
  })
}
