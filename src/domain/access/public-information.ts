import * as z from 'zod/mini'

const contactSchema = z.object({ name: z.string(), email: z.string() })

/** What the law asks to be said, from the deployment's configuration; read by the public pages. */
export const publicInformationSchema = z.object({
  /** Whether this server runs on demonstration data: said on every page. */
  demonstration: z.boolean(),
  publisher: z.object({ name: z.string(), address: z.string(), director: z.string() }),
  host: z.object({ name: z.string(), address: z.string() }),
  controller: contactSchema,
  dataProtectionOfficer: contactSchema,
  support: contactSchema,
  /** State of conformity with RGAA, in the words of the law. */
  accessibility: z.enum(['totalement', 'partiellement', 'non']),
  /** How long each kind of data is kept, in months; durations are data. */
  retentionMonths: z.object({ reports: z.int(), accounts: z.int(), logs: z.int() }),
})
export type PublicInformation = z.infer<typeof publicInformationSchema>
