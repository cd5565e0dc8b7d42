import * as z from 'zod/mini'
import { deviceIdSchema } from '../ids.ts'
import { jsonObjectSchema } from '../json.ts'

/**
 * What became of a document, oldest first, as its author reads it: who else may see it reads what they may and no
 * history of it (domain.md, "Who may see what").
 */
export const documentHistorySchema = z.object({
  revisions: z.array(
    z.object({
      rev: z.int(),
      at: z.iso.datetime(),
      /** Fields that the revision gave another value; null where it took one away. */
      fields: jsonObjectSchema,
      state: z.nullable(z.string()),
      /** The device that it came from; null for what the server wrote itself. */
      deviceId: z.nullable(deviceIdSchema),
    }),
  ),
})
export type DocumentHistory = z.infer<typeof documentHistorySchema>
