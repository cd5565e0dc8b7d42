import * as z from 'zod/mini'
import { isDepartmentCode } from '../territory/departments.ts'
import { dimensions } from './dimensions.ts'
import { editionNumberSchema } from './edition.ts'
import { periodPattern, type BreakdownRow, type TotalsRow } from './rows.ts'

/*
 * What other systems ask of the API and are answered, in the names of the published files: the same rows, the same
 * figures. These schemas read the requests, write the answers, and are the document that describes both.
 */

const edition = editionNumberSchema.check(z.describe('Numéro de l’édition.'))
const department = z
  .string()
  .check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/), z.describe('Code officiel géographique du département.'))
const period = z
  .string()
  .check(z.regex(periodPattern), z.describe('Un mois (2025-03), un trimestre (2025-T1) ou une année (2025).'))
const shown = z.nullable(z.int().check(z.minimum(0)))

export const editionsAnswerSchema = z.object({
  editions: z.array(
    z.object({
      edition,
      annee: z.int().check(z.describe('L’année comptée.')),
      comptee_le: z.iso.datetime().check(z.describe('Ce qui est déposé plus tard n’y est pas.')),
    }),
  ),
})
export type EditionsAnswer = z.infer<typeof editionsAnswerSchema>

/** Where the next page begins; null on the last one. */
const next = z
  .nullable(z.string())
  .check(z.describe('Valeur de `curseur` pour la page suivante. Null à la dernière page.'))

export const totalsAnswerSchema = z.object({
  lignes: z.array(
    z.object({
      edition,
      departement: department,
      periode: period,
      activites: shown,
      accompagnements: shown,
      minutes: shown,
      beneficiaires: shown,
    }),
  ),
  suivant: next,
})
export type TotalsAnswer = z.infer<typeof totalsAnswerSchema>

export const breakdownsAnswerSchema = z.object({
  lignes: z.array(
    z.object({
      edition,
      departement: department,
      periode: period,
      dimension: z.enum(dimensions),
      valeur: z.string(),
      accompagnements: shown,
    }),
  ),
  suivant: next,
})
export type BreakdownsAnswer = z.infer<typeof breakdownsAnswerSchema>

export const mostRows = 1000

export const rowsQuerySchema = z.object({
  edition: z.optional(
    z.coerce
      .number<string>()
      .check(
        z.int(),
        z.minimum(1),
        z.maximum(1_000_000),
        z.describe('D’une édition. Sans lui\u00A0: de toutes.'),
      ),
  ),
  departement: z.optional(
    z
      .string()
      .check(
        z.refine(isDepartmentCode, { error: 'Département inconnu' }),
        z.describe('D’un département. Sans lui\u00A0: de tous ceux du jeton.'),
      ),
  ),
  curseur: z.optional(
    z
      .string()
      .check(
        z.maxLength(200),
        z.describe('Le `suivant` de la page précédente, tel quel, avec les mêmes filtres.'),
      ),
  ),
  limite: z.prefault(
    z.coerce
      .number<string>()
      .check(z.int(), z.minimum(1), z.maximum(mostRows), z.describe('Lignes par page\u00A0: 500 sans lui.')),
    '500',
  ),
})

export const breakdownsQuerySchema = z.extend(rowsQuerySchema, {
  dimension: z.optional(z.enum(dimensions).check(z.describe('D’une dimension. Sans elle\u00A0: de toutes.'))),
})

export function totalsLine(row: TotalsRow & { readonly edition: TotalsAnswer['lignes'][number]['edition'] }) {
  const { edition: number, department: departement, period: periode, minutes } = row
  return {
    edition: number,
    departement,
    periode,
    activites: row.activities,
    accompagnements: row.accompaniments,
    minutes,
    beneficiaires: row.beneficiaries,
  }
}

export function breakdownLine(
  row: BreakdownRow & { readonly edition: BreakdownsAnswer['lignes'][number]['edition'] },
) {
  return {
    edition: row.edition,
    departement: row.department,
    periode: row.period,
    dimension: row.dimension,
    valeur: row.value,
    accompagnements: row.accompaniments,
  }
}
