import { ageRangeOf } from '../beneficiary/age-range-at.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { ageRangeLabels } from '../report/nomenclature.ts'
import { foldName } from '../territory/fold-name.ts'

/** The labels of a nomenclature by code. */
export type Labels = Readonly<Record<string, string>>

/**
 * A day in any of the ways in which files write one: 2026-11-25 and 25/11/2026, with or without an hour after it, in
 * words, or as a spreadsheet's own number of days. The day as it is written: no time zone moves it.
 */
export function readDay(text: string): CalendarDay | undefined {
  const said = text.trim()
  return isoDay(said) ?? frenchDay(said) ?? dayInWords(said) ?? serialDay(said)
}

function isoDay(text: string): CalendarDay | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])/.exec(text) ?? []
  return dayOf(year, month, day)
}

function frenchDay(text: string): CalendarDay | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:$|[T ])/.exec(text) ?? []
  return dayOf(year?.length === 2 ? `20${year}` : year, month, day)
}

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
)

function dayInWords(text: string): CalendarDay | undefined {
  const [, day, month = '', year] = /(?:^|\s)(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(foldName(text)) ?? []
  const index = months.indexOf(month)
  return index === -1 ? undefined : dayOf(year, String(index + 1), day)
}

/** Days since 30 December 1899, as spreadsheets count them; from 1954 to 2119. */
function serialDay(text: string): CalendarDay | undefined {
  const [, days] = /^(\d{5})(?:[.,]\d+)?$/.exec(text) ?? []
  if (days === undefined || Number(days) < 20_000 || Number(days) > 80_000) return undefined
  return addDays(calendarDaySchema.parse('1899-12-30'), Number(days))
}

function dayOf(year?: string, month?: string, day?: string): CalendarDay | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  return calendarDaySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data
}

/**
 * Minutes in any of the ways in which files write a duration: 90, 90 min, 1h30, 1 h, 1:30, 01:30:00, or the part of a
 * day that a spreadsheet keeps for an hour. « 1,5 » is nothing: hours or minutes, nobody can tell.
 */
export function readMinutes(text: string): number | undefined {
  const said = text.trim().toLowerCase().replaceAll(/\s/g, '')
  const [, alone] = /^(\d{1,4})(?:m|mn|min|minutes?)?$/.exec(said) ?? []
  if (alone !== undefined) return Number(alone)
  const [, hours, rest] = /^(\d{1,2})(?:h|heures?|:)(\d{2})?(?:m|mn|min|minutes?|:00)?$/.exec(said) ?? []
  if (hours !== undefined && Number(rest ?? 0) < 60) return Number(hours) * 60 + Number(rest ?? 0)
  return minutesOfPartOfDay(said)
}

/** An hour and a half is 0.0625 of a day. With fewer digits nobody can tell: « 0,25 » is six hours, or a quarter of one. */
function minutesOfPartOfDay(text: string): number | undefined {
  if (!/^0[.,]\d{4,}$/.test(text)) return undefined
  const minutes = Number(text.replace(',', '.')) * 1440
  return Math.abs(minutes - Math.round(minutes)) < 0.01 ? Math.round(minutes) : undefined
}

/** A whole number that isn't negative. */
export function readCount(text: string): number | undefined {
  const said = text.replaceAll(/\s/g, '')
  return /^\d{1,7}(?:[.,]0+)?$/.test(said) ? Math.trunc(Number(said.replace(',', '.'))) : undefined
}

const yes = new Set(['oui', 'o', 'vrai', 'true', 'yes', '1', 'x'])
const no = new Set(['non', 'n', 'faux', 'false', 'no', '0'])

export function readYesNo(text: string): boolean | undefined {
  const said = foldName(text)
  return yes.has(said) ? true : no.has(said) ? false : undefined
}

/** The code that a text means: itself, its French label or what people write for it, without regard to accents. */
export function readCode(labels: Labels, text: string): string | undefined {
  return codesByText(labels).get(foldName(text))
}

const known = new WeakMap<Labels, ReadonlyMap<string, string>>()

function codesByText(labels: Labels): ReadonlyMap<string, string> {
  const found = known.get(labels) ?? new Map(Object.entries(labels).flatMap(textsOf))
  known.set(labels, found)
  return found
}

function textsOf([code, label]: [string, string]): [string, string][] {
  return [code, label, ...(synonyms[code] ?? [])].map((text) => [foldName(text), code])
}

/** What other tools and people write; only where it can mean nothing else. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  individuel: ['Individuel', 'Accompagnement'],
  collectif: ['Collectif', 'Atelier'],
  feminin: ['Femme', 'F', 'Femmes'],
  masculin: ['Homme', 'H', 'M', 'Hommes'],
  non_communique: ['Non communiqué', 'NC', 'Non renseigné', 'Inconnu'],
  scolarise: ['Scolarisé(e)'],
  retraite: ['Retraité(e)'],
  a_distance: ['Distance', 'Téléphone ou visio'],
  domicile: ['Domicile'],
  ordinateur: ['PC'],
  telephone: ['Smartphone'],
  aucun: ['Aucun'],
  email: ['Mail', 'Courriel', 'Messagerie'],
  soixante_dix_plus: ['70+', '70 ans et +', 'Plus de 70 ans'],
}

/** The age range that a text means: a code, a label such as « 25-39 » or « 25 à 39 ans », or an age. */
export function readAgeRange(text: string): string | undefined {
  const said = text.replaceAll(/\bans\b/g, '').replaceAll(/\s*(?:à|–|—)\s*/g, '-')
  const age = readCount(text.replace(/\s*ans$/, ''))
  const range = readCode(ageRangeLabels, text) ?? readCode(ageRangeLabels, said)
  return range ?? (age === undefined || age > 120 ? undefined : ageRangeOf(age))
}
