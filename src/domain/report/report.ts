import * as z from 'zod/mini'
import { individuelSchema } from './individuel.ts'

/**
 * What a report (CRA) is, by kind. A new kind joins the union, and doesn't compile until somebody has decided how it
 * counts and shows.
 */
export const reportSchema = z.discriminatedUnion('kind', [individuelSchema])
export type Report = z.infer<typeof reportSchema>
export type ReportKind = Report['kind']

export const reportKindLabels: Readonly<Record<ReportKind, string>> = {
  individuel: 'Accompagnement individuel',
}
