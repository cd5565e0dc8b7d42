import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import { sameJson, type JsonObject } from '../../../domain/json.ts'
import { filingDay } from '../../../domain/report/filing-window.ts'
import type { ReportFormValues } from './form-values.ts'
import { individuelForm, kindFormOf, type FormField, type Issue, type KindForm } from './kind-form.ts'

/** One thing to correct, and the field where. */
export interface FormError {
  field: FormField
  message: string
}

export interface JudgeFacts {
  today: CalendarDay
  /** The body of the report that is edited. */
  before?: JsonObject | undefined
  /** Where the person may file; not looked at where it isn't said. */
  scopes?: readonly Pick<OwnScope, 'scope'>[]
}

/** What must be corrected before the form can be saved, in the order in which the form is read. */
export function judgeReport(
  values: ReportFormValues,
  { today, before, scopes }: JudgeFacts,
  form: KindForm = individuelForm,
): FormError[] {
  const body = form.bodyOf(values, today, before)
  const issues = form.judge(body).error?.issues ?? []
  const errors = issues
    .filter((issue) => !isOfLaterVersion(issue, body, before))
    .map((issue) => errorOf(issue.path, issue.message, values, form))
  const isOwn = before || !scopes || scopes.some(({ scope }) => scope === values.scope)
  const scope =
    values.scope === '' || !isOwn ? [{ field: 'scope', message: 'Choisissez une structure.' } as const] : []
  const all = [...scope, ...dayErrors(values.date, today, before), ...errors]
  return form.fields.flatMap((field) => all.find((error) => error.field === field) ?? [])
}

/** The same for react-hook-form. */
export function resolverFor(facts: () => JudgeFacts): Resolver<ReportFormValues> {
  return async (values) => {
    const errors = judgeReport(values, facts(), await kindFormOf(values.kind))
    return errors.length === 0 ? { values, errors: {} } : { values: {}, errors: fieldErrors(errors) }
  }
}

/** Fields that a person may leave without an answer, in the words of the form. */
const missing: Partial<Record<FormField, string>> = {
  place: 'Indiquez où l’activité a eu lieu.',
  placeCommune: 'Choisissez une commune dans la liste.',
  duration: 'Choisissez une durée.',
  activity: 'Choisissez ce que vous avez fait.',
  animationType: 'Choisissez un type.',
  eventType: 'Choisissez un type.',
  initiative: 'Choisissez une origine.',
  attendance: 'Indiquez combien de personnes sont venues.',
  scale: 'Choisissez une échelle.',
}

function errorOf(
  path: readonly PropertyKey[],
  message: string,
  values: ReportFormValues,
  form: KindForm,
): FormError {
  const field = formFieldOf(path, values, form)
  return { field, message: missingSentence(field, values) ?? message }
}

function formFieldOf(
  path: readonly PropertyKey[],
  values: ReportFormValues,
  { fields, askedIn }: KindForm,
): FormField {
  const [first = '', second = ''] = path.map(String)
  if (first === 'minutes') return values.duration === 'autre' ? 'otherMinutes' : 'duration'
  const own = fields.find((field) => field === first)
  return askedIn[`${first}.${second}`] ?? askedIn[first] ?? own ?? 'notes'
}

function missingSentence(field: FormField, values: ReportFormValues): string | undefined {
  return values[field] === '' ? missing[field] : undefined
}

/**
 * A choice that this version doesn't have, in a report that had it before: a later version gave it, and whoever edits
 * something else keeps it (sync.md I18).
 */
function isOfLaterVersion({ code, path }: Issue, body: JsonObject, before: JsonObject | undefined): boolean {
  if (code !== 'invalid_value' || !before) return false
  const [given, earlier] = [body, before].map((holder) => holder[String(path[0])])
  if (path.length === 1) return given !== undefined && sameJson(given, earlier)
  if (!Array.isArray(given) || !Array.isArray(earlier)) return sameJson(given, earlier)
  return earlier.some((choice) => sameJson(choice, given[Number(path[1])]))
}

/** What the form alone refuses of a day; a day that was filed is not judged again unless it is changed. */
function dayErrors(date: string, today: CalendarDay, before: JsonObject | undefined): FormError[] {
  const day = calendarDaySchema.safeParse(date)
  if (!day.success) return [{ field: 'date', message: 'Choisissez le jour de l’activité.' }]
  if (before?.['date'] === day.data) return []
  switch (filingDay(day.data, today)) {
    case 'in-future':
      return [
        { field: 'date', message: 'Ce jour n’est pas encore venu\u00A0: choisissez aujourd’hui ou avant.' },
      ]
    case 'too-old':
      return [
        {
          field: 'date',
          message: 'Ce jour remonte à plus de 12 mois\u00A0: choisissez un jour plus récent.',
        },
      ]
    case 'late':
    case 'fine':
      return []
  }
}

function fieldErrors(errors: readonly FormError[]): FieldErrors<ReportFormValues> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, { type: 'report', message }]))
}
