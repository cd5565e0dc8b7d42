import * as z from 'zod/mini'
import { documentIdSchema, scopeIdSchema } from '../../../domain/ids.ts'
import { jsonObjectSchema } from '../../../domain/json.ts'
import { collectionNames, type CollectionName } from '../../../domain/sync/op.ts'
import { validateBody } from '../../../domain/sync/validate-body.ts'
import {
  readSliced,
  withFates,
  type PlanContext,
  type PlannedLine,
  type PlanProgress,
  type ReadLine,
} from './plan.ts'
import { titleOf } from './plan-reports.ts'

const documentSchema = z.object({
  collection: z.enum(collectionNames),
  scope: scopeIdSchema,
  id: documentIdSchema,
  body: jsonObjectSchema,
})

/** Says document by document what our own file of everything would bring. */
export async function planEverything(
  documents: readonly unknown[],
  { db, scopes }: PlanContext,
  progress: PlanProgress,
): Promise<PlannedLine[]> {
  const own = new Set<string>(scopes.map(({ scope }) => scope))
  const numbered = documents.map((document, index) => ({ n: index + 1, document }))
  return withFates(
    db,
    await readSliced(numbered, ({ n, document }) => readDocument(n, document, own), progress),
  )
}

function readDocument(n: number, given: unknown, own: ReadonlySet<string>): ReadLine {
  const parsed = documentSchema.safeParse(given)
  if (!parsed.success) return { n, title: '', problems: [{ text: 'Cet élément ne se lit pas.' }] }
  const { collection, scope, body } = parsed.data
  const title = collection === 'report' ? titleOf(body) : collectionLabels[collection]
  if (!own.has(scope))
    return { n, title, problems: [{ text: 'Cet élément est d’une structure où vous n’êtes pas.' }] }
  const validity = validateBody(collection, body)
  if (!validity.valid) return { n, title, problems: [{ text: validity.message }] }
  const marked = collection === 'report' ? { ...body, imported: true } : body
  return { n, title, problems: [], document: { ...parsed.data, body: marked } }
}

const collectionLabels: Readonly<Record<CollectionName, string>> = {
  report: 'Compte rendu',
  place: 'Lieu d’activité',
  beneficiary: 'Personne suivie',
  appointment: 'Accompagnement prévu',
  'report-model': 'Modèle',
  absence: 'Absence',
  'report-message': 'Message',
  confirmation: 'Confirmation',
}
