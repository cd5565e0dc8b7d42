import * as z from 'zod/mini'
import { permittedActivitySchema } from './permitted-activity.ts'
import { permittedStepSchema } from './permitted-history.ts'
import { reportReadingSchema } from './readings.ts'

/** One report as a member of the structure reads it, with what became of it. */
export const structureReportSchema = z.object({
  activity: permittedActivitySchema,
  /** Oldest first. */
  history: z.array(permittedStepSchema),
  /** Who read it, oldest first, for who answers for the structure; none for anybody else. */
  readings: z.array(reportReadingSchema),
})
export type StructureReport = z.infer<typeof structureReportSchema>
