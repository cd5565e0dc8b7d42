import * as z from 'zod/mini'
import type { ReportKind } from './kinds.ts'
import { animationSchema } from './animation.ts'
import { collectifSchema } from './collectif.ts'
import { evenementSchema } from './evenement.ts'
import { horsAccompagnementSchema } from './hors-accompagnement.ts'
import { individuelSchema } from './individuel.ts'
import { partenariatSchema } from './partenariat.ts'

/**
 * What a report (CRA) is, by kind. A new kind joins the union, and doesn't compile until somebody has decided how it
 * counts and shows.
 */
export const reportSchema = z.discriminatedUnion('kind', [
  individuelSchema,
  collectifSchema,
  horsAccompagnementSchema,
  animationSchema,
  evenementSchema,
  partenariatSchema,
])
export type Report = z.infer<typeof reportSchema>

/** A report of one kind. */
export type ReportOf<Kind extends ReportKind> = Extract<Report, { kind: Kind }>
