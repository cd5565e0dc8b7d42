import * as z from 'zod/mini'
import { eventConfirmationSchema } from './event-confirmation.ts'
import { kitConfirmationSchema } from './kit-confirmation.ts'

/**
 * What an advisor says in a tap about something that others keep: a document of their scope, written once and never
 * changed; who takes it back deletes it. It is kept whatever it contradicts, since whoever said it was without network:
 * what it means is found out when it is read. `about` tells of what; one more thing is one more member.
 */
export const confirmationSchema = z.discriminatedUnion('about', [
  kitConfirmationSchema,
  eventConfirmationSchema,
])
export type Confirmation = z.infer<typeof confirmationSchema>
