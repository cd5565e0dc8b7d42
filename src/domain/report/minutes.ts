import * as z from 'zod/mini'

const sentence = 'Indiquez une durée en minutes entières, de 5 minutes à 23 h 59.'

/** Minutes of one activity: whole, 5 to 1,439 (a day less a minute). */
export const minutesSchema = z
  .int({ error: sentence })
  .check(z.minimum(5, { error: sentence }), z.maximum(1439, { error: sentence }))
  .brand<'Minutes'>()
export type Minutes = z.infer<typeof minutesSchema>

/** Durations offered to everybody, before those that this advisor uses most. */
export const offeredMinutes = [15, 30, 45, 60, 90, 120] as const
