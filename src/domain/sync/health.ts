import * as z from 'zod/mini'
import { epochSchema } from '../ids.ts'

/** Answer of `health`: that the server is there, and which history it has. */
export const healthAnswerSchema = z.object({
  epoch: epochSchema,
  serverTime: z.iso.datetime(),
  /** `off` orders browsers to keep no service worker (P7). */
  worker: z.optional(z.string()),
})
export type HealthAnswer = z.infer<typeof healthAnswerSchema>
