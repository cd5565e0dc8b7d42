import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { individuelSchema } from '../../../domain/report/individuel.ts'
import type { ReportKind } from '../../../domain/report/kinds.ts'
import type { Report } from '../../../domain/report/report.ts'
import type { ReportFormValues } from './form-values.ts'
import { bodyOf, valuesOf } from './report-form.ts'

export type FormField = keyof ReportFormValues

/** What is wrong of a body, as zod says it. */
export interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
}

interface Parsed {
  readonly success: boolean
  readonly error?: { readonly issues: readonly Issue[] } | undefined
}

/** How the form of a kind of activity is filled from a report, and makes one. */
export interface KindForm {
  valuesOf(report: Report, scope: string, offered: readonly number[]): ReportFormValues
  bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject
  judge(body: JsonObject): Parsed
  /** Fields as they are read: the first that is wrong takes the focus. */
  readonly fields: readonly FormField[]
  /** Where the form asks a field of the report, by the names of both; the same name needs no line. */
  readonly askedIn: Readonly<Record<string, FormField>>
}

/** The form of a kind; those that are not the most frequent one are read when they are needed. */
export async function kindFormOf(kind: ReportKind): Promise<KindForm> {
  if (kind === 'individuel') return individuelForm
  const { otherKindForms } = await import('./other-kinds/other-kind-forms.ts')
  return otherKindForms[kind]
}

/** Where and for how long, of the kinds that have both. */
export const askedOfPlace: KindForm['askedIn'] = {
  'place.lieuId': 'place',
  'place.commune': 'placeCommune',
  'place.kind': 'place',
}

export const whenAndWhere: readonly FormField[] = [
  'scope',
  'date',
  'place',
  'placeCommune',
  'duration',
  'otherHours',
  'otherMinutes',
]

export const individuelForm: KindForm = {
  valuesOf(report, scope, offered) {
    if (report.kind !== 'individuel') throw new Error(`a report of the kind ${report.kind}`)
    return valuesOf(report, scope, offered)
  },
  bodyOf,
  judge: (body) => individuelSchema.safeParse(body),
  fields: [
    ...whenAndWhere,
    'themes',
    'administrativeThemes',
    'procedureName',
    'beneficiary',
    'alreadyAccompanied',
    'residence',
    'gender',
    'ageRange',
    'status',
    'autonomy',
    'equipment',
    'oriented',
    'orientation',
    'unmetNeeds',
    'notes',
    'notesShared',
    'tags',
    'structureTags',
  ],
  askedIn: {
    ...askedOfPlace,
    'beneficiary.id': 'beneficiary',
    'beneficiary.alreadyAccompanied': 'alreadyAccompanied',
    'beneficiary.commune': 'residence',
    'beneficiary.gender': 'gender',
    'beneficiary.ageRange': 'ageRange',
    'beneficiary.status': 'status',
  },
}
