import type { AnomalyKind } from './anomaly-kinds.ts'
import { filedLate } from './filed-late.ts'
import { filedTwice } from './filed-twice.ts'
import { largeWorkshop } from './large-workshop.ts'
import { longDay } from './long-day.ts'
import { onAbsence } from './on-absence.ts'
import { onHoliday } from './on-holiday.ts'
import { onTraining } from './on-training.ts'
import { outsideContract } from './outside-contract.ts'
import type { Rule } from './rule.ts'
import { sameText } from './same-text.ts'
import { silence } from './silence.ts'
import { sumsAboveTotal } from './sums-above-total.ts'
import { unusualMonth } from './unusual-month.ts'
import { untouchedMission } from './untouched-mission.ts'
import { workshopOfOne } from './workshop-of-one.ts'

/** Every rule: a new kind doesn't compile until it has its own. */
export const rules: { readonly [K in AnomalyKind]: Rule<K> } = {
  'filed-twice': filedTwice,
  'long-day': longDay,
  'outside-contract': outsideContract,
  'on-absence': onAbsence,
  'on-training': onTraining,
  'on-holiday': onHoliday,
  'filed-late': filedLate,
  'workshop-of-one': workshopOfOne,
  'large-workshop': largeWorkshop,
  'same-text': sameText,
  'sums-above-total': sumsAboveTotal,
  'unusual-month': unusualMonth,
  silence,
  'untouched-mission': untouchedMission,
}
