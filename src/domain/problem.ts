import * as z from 'zod/mini'
import { epochSchema } from './ids.ts'

/** A problem document (RFC 9457) as the server answers any refusal of a whole request. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  epoch: z.optional(epochSchema),
})
export type Problem = z.infer<typeof problemSchema>
