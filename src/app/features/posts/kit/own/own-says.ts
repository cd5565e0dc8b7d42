import { kitFactIdSchema, type KitFactId } from '../../../../../domain/commitments/kit/kit-ids.ts'
import type { AdvisorSaysKit } from '../../../../../domain/commitments/kit/said-kit-fact.ts'
import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { newDocumentId } from '../../../../data/new-id.ts'

/** Says something of one's own kit; `text` is said once it is done. */
export type SayOwn = (says: AdvisorSaysKit, text: string) => void

/** What any fact begins with that corrects none. */
export function saidOn(day: CalendarDay): { id: KitFactId; replaces: null; day: CalendarDay } {
  return { id: newFactId(), replaces: null, day }
}

export function newFactId(): KitFactId {
  return kitFactIdSchema.parse(newDocumentId())
}
