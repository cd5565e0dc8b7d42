import type { Report } from '../report.ts'

/** What figures know of people: families of traits, by their names as facets. */
export const traitNames = ['sexe', 'age', 'statut', 'residence'] as const
export type TraitName = (typeof traitNames)[number]
export type TraitValue = `${TraitName}:${string}`

interface Traits {
  readonly gender?: string | undefined
  readonly ageRange?: string | undefined
  readonly status?: string | undefined
  readonly commune?: string | undefined
}

/** What is known of one person. *Non communiqué* is what isn't: the rest, never counted for itself. */
export function traitValues({ gender, ageRange, status, commune }: Traits): TraitValue[] {
  const values: TraitValue[] = []
  if (isKnown(gender)) values.push(`sexe:${gender}`)
  if (isKnown(ageRange)) values.push(`age:${ageRange}`)
  if (isKnown(status)) values.push(`statut:${status}`)
  if (isKnown(commune)) values.push(`residence:${commune}`)
  return values
}

/** How many people of a group have each trait that is known of some. */
export type Margin = readonly [trait: TraitValue, count: number]

/** What is known of the anonymous people of a report; nobody is made up from it (domain.md, "Fields"). */
export function marginsOf(report: Report): Margin[] {
  if (report.kind === 'individuel') {
    const { beneficiary } = report
    return beneficiary.kind === 'anonyme' ? traitValues(beneficiary).map((trait) => [trait, 1]) : []
  }
  if (report.kind !== 'collectif' || !report.anonymous) return []
  const { gender = {}, ageRange = {}, status = {} } = report.anonymous
  const families = [
    ['sexe', gender],
    ['age', ageRange],
    ['statut', status],
  ] as const
  return families.flatMap(([name, margin]) =>
    Object.entries(margin).flatMap(([code, count]): Margin[] =>
      isKnown(code) && count > 0 ? [[`${name}:${code}`, count]] : [],
    ),
  )
}

/** The traits that one person at least of a report has. */
export function traitsIn(report: Report): TraitValue[] {
  const named =
    report.kind === 'individuel' && report.beneficiary.kind === 'suivi'
      ? [report.beneficiary]
      : report.kind === 'collectif'
        ? (report.participants ?? [])
        : []
  return [...new Set([...named.flatMap(traitValues), ...marginsOf(report).map(([trait]) => trait)])]
}

function isKnown(code: string | undefined): code is string {
  return code !== undefined && code !== '' && code !== 'non_communique'
}
