import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { documentIdSchema, scopeIdSchema, type DocumentId } from '../../../domain/ids.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { offeredMinutes } from '../../../domain/report/minutes.ts'
import { themeLabels } from '../../../domain/report/themes.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { readDraft } from '../../data/drafts.ts'
import { placesOfScope, type LocalPlace } from '../../data/places.ts'
import { reportModels, type LocalModel } from '../../data/report-models.ts'
import { reportById, usualChoices, type LocalReport, type UsualChoices } from '../../data/reports.ts'
import { likelyScope } from './contract-of-day.ts'
import { firstKindOf } from './kinds-of-scope.ts'
import { beforeOfDraft, valuesOfDraft } from './draft-values.ts'
import { chipMinutes } from './duration-fields.ts'
import { blankValues, type ReportFormValues } from './form-values.ts'
import { kindFormOf } from './kind-form.ts'
import { nextPerson, sameAgain } from './report-form.ts'

/** All that the form needs to open, read once: its order must not change under the finger. */
export interface FormStart {
  values: ReportFormValues
  usual: UsualChoices
  /** Minutes that have a chip. */
  minutes: readonly number[]
  /** Places of the structure that the form opens with. */
  places: readonly LocalPlace[]
  /** Models of one's own. */
  models: readonly LocalModel[]
  /** The report that is edited, whole. */
  before: JsonObject | undefined
  /** When the draft that is taken up again was last changed. */
  resumedAt: number | undefined
}

export interface FormRequest {
  id: DocumentId
  /**
   * Query of the address: `refaire` or `suivante`, with the id of the report to begin from; `theme`, `personne`,
   * `rendez-vous` or `prevu`.
   */
  search: string
  scopes: readonly OwnScope[]
  today: CalendarDay
}

/** A draft before anything else, then the report that is edited, then the one that it is like, else a blank form. */
export async function loadFormStart(db: CoopDatabase, request: FormRequest): Promise<FormStart> {
  const [draft, filed, usual, models] = await Promise.all([
    readDraft(db, request.id),
    reportById(db, request.id),
    usualChoices(db),
    reportModels(db),
  ])
  const minutes = chipMinutes(usual.minutes, offeredMinutes)
  const edited = filed && (await valuesOfFiled(filed, minutes))
  const values = draft
    ? ofOwnScope(valuesOfDraft(draft.values), request, draft.editing)
    : (edited ?? (await newValues(db, request, usual, minutes)))
  const before = (draft && beforeOfDraft(draft)) ?? bodyOfFiled(filed)
  const scope = scopeIdSchema.safeParse(values.scope)
  const places = scope.success ? await placesOfScope(db, scope.data) : []
  // Nothing new is filed where a place was before, however often it was.
  const current = draft || filed ? undefined : places.find(({ replaces }) => replaces?.includes(values.place))
  return {
    values: current ? { ...values, place: current.id } : values,
    usual,
    minutes,
    places,
    models,
    before,
    resumedAt: draft?.updatedAt,
  }
}

/**
 * A draft of a structure that isn't the person's any more is asked for another one: filed as it is, it could never be
 * sent. What edits a report stays where the report is.
 */
function ofOwnScope(values: ReportFormValues, { scopes }: FormRequest, isEditing: boolean): ReportFormValues {
  const isOwn = scopes.some(({ scope }) => scope === values.scope)
  return isOwn || isEditing ? values : { ...values, scope: '', place: '' }
}

async function newValues(
  db: CoopDatabase,
  { search, scopes, today }: FormRequest,
  usual: UsualChoices,
  minutes: readonly number[],
): Promise<ReportFormValues> {
  const like = await valuesLike(db, new URLSearchParams(search), today, minutes)
  if (like && scopes.some(({ scope }) => scope === like.scope)) return like
  const likely = likelyScope(scopes, today, undefined)
  if (!likely) return { ...blankValues, date: today }
  const { scope } = likely
  const places = await placesOfScope(db, scope)
  const place =
    usual.lieuIds.find((id) => places.some((known) => known.id === id || known.replaces?.includes(id))) ??
    places[0]?.id
  const query = new URLSearchParams(search)
  const theme = query.get('theme')
  const person = await personValues(db, query.get('personne'), today)
  return {
    ...blankValues,
    kind: firstKindOf(likely),
    scope,
    date: today,
    place: place ?? '',
    themes: theme !== null && theme in themeLabels ? [theme] : [],
    ...person,
    ...(await appointmentValues(db, query.get('rendez-vous'), { minutes, scopes })),
    ...(await plannedValues(db, query.get('prevu'), { minutes, scopes })),
  }
}

/** The form on a planned accompaniment, which is read only then. */
async function appointmentValues(
  db: CoopDatabase,
  id: string | null,
  facts: { minutes: readonly number[]; scopes: readonly OwnScope[] },
) {
  if (id === null) return {}
  const { valuesOfAppointment } = await import('./appointment/values-of-appointment.ts')
  return valuesOfAppointment(db, id, facts)
}

/** The form on an event or a half-day of training, which is read only then. */
async function plannedValues(
  db: CoopDatabase,
  id: string | null,
  facts: { minutes: readonly number[]; scopes: readonly OwnScope[] },
) {
  if (id === null) return {}
  const { valuesOfPlanned } = await import('./appointment/values-of-planned.ts')
  return valuesOfPlanned(db, id, facts)
}

/** The form on a person of one's own, whose page is read only then. */
async function personValues(db: CoopDatabase, id: string | null, today: CalendarDay) {
  if (id === null) return {}
  const { valuesOfPerson } = await import('./people/values-of-person.ts')
  return valuesOfPerson(db, id, today)
}

async function valuesLike(
  db: CoopDatabase,
  query: URLSearchParams,
  today: CalendarDay,
  minutes: readonly number[],
): Promise<ReportFormValues | undefined> {
  const [again, next] = [query.get('refaire'), query.get('suivante')]
  const id = documentIdSchema.safeParse(again ?? next)
  const earlier = id.success ? await reportById(db, id.data) : undefined
  if (!earlier) return undefined
  const values = await valuesOfFiled(earlier, minutes)
  return again === null ? nextPerson(values) : sameAgain(values, today)
}

/** A report is JSON: it came from the device's own table. */
function bodyOfFiled(filed: LocalReport | undefined): JsonObject | undefined {
  return filed && (filed.report as unknown as JsonObject)
}

async function valuesOfFiled(
  { report, scope }: LocalReport,
  minutes: readonly number[],
): Promise<ReportFormValues> {
  const form = await kindFormOf(report.kind)
  return form.valuesOf(report, scope, minutes)
}
