/** What may deserve a look before a month is vouched for, in the order in which it is read. */
export const anomalyKinds = [
  'filed-twice',
  'long-day',
  'outside-contract',
  'on-absence',
  'on-training',
  'on-holiday',
  'filed-late',
  'workshop-of-one',
  'large-workshop',
  'same-text',
  'sums-above-total',
  'unusual-month',
  'silence',
  'untouched-mission',
] as const
export type AnomalyKind = (typeof anomalyKinds)[number]
