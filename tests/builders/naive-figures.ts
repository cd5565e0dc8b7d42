import type { JsonObject } from '../../src/domain/json.ts'
import { accompanimentsOf, isAccompaniment, minutesOfReport } from '../../src/domain/report/accompaniments.ts'
import { missionOfTheme } from '../../src/domain/report/missions.ts'
import type { Report } from '../../src/domain/report/report.ts'
import type { Theme } from '../../src/domain/report/themes.ts'

export interface NaiveDocument {
  scope: string
  id: string
  body: JsonObject
}

export interface NaivePeople {
  merged: ReadonlyMap<string, string>
  erased: ReadonlySet<string>
}

interface Presence {
  document: NaiveDocument
  report: Report
  person: string | undefined
  traits: Traits
}

interface Traits {
  gender?: string | undefined
  ageRange?: string | undefined
  status?: string | undefined
  commune?: string | undefined
}

type Counts = Record<string, number>

/**
 * The figures of domain.md written down once more, as literally as can be, over whole bodies: slow, and leaning on
 * nothing of what is fast.
 */
export function naiveFigures(
  documents: readonly NaiveDocument[],
  { from, to }: { from: string; to: string },
  people: NaivePeople,
) {
  // Bodies of the tests are valid reports.
  const all = documents.map((document) => ({ document, report: document.body as unknown as Report }))
  all.sort((a, b) => (`${a.report.date} ${a.document.id}` < `${b.report.date} ${b.document.id}` ? -1 : 1))
  const inPeriod = all.filter(({ report }) => report.date >= from && report.date <= to)
  const everybody = all.flatMap((one) => presences(one, people))
  const here = inPeriod.flatMap((one) => presences(one, people))
  const named = here.filter(({ person }) => person !== undefined && !people.erased.has(person))
  const erased = here.filter(({ person }) => person !== undefined && people.erased.has(person))
  const keys = [...new Set(named.map(keyOf))]
  const firstOf = (key: string) => everybody.find((presence) => keyOf(presence) === key)
  const anonymous = sum(inPeriod.map(({ report }) => anonymousOf(report).total)) + erased.length
  const newAnonymous =
    sum(inPeriod.map(({ report }) => anonymousOf(report).total - anonymousOf(report).already)) +
    erased.filter((presence) => firstOf(keyOf(presence)) === everybody.find((one) => isSame(one, presence)))
      .length
  const newNamed = keys.filter((key) => (firstOf(key)?.report.date ?? '') >= from).length
  return {
    activities: inPeriod.length,
    accompaniments: sum(inPeriod.map(({ report }) => accompanimentsOf(report))),
    minutes: {
      accompaniment: sum(
        inPeriod.map(({ report }) => (isAccompaniment(report) ? minutesOfReport(report) : 0)),
      ),
      rest: sum(inPeriod.map(({ report }) => (isAccompaniment(report) ? 0 : minutesOfReport(report)))),
      total: sum(inPeriod.map(({ report }) => minutesOfReport(report))),
    },
    eventParticipants: sum(
      inPeriod.map(({ report }) => (report.kind === 'evenement' ? report.participants : 0)),
    ),
    beneficiaries: { named: keys.length, anonymous, total: keys.length + anonymous },
    newOnes: { named: newNamed, anonymous: newAnonymous, total: newNamed + newAnonymous },
    byTheme: countBy(inPeriod, ({ report }) => themesOf(report), accompanimentsOf),
    byMission: countBy(
      inPeriod,
      ({ report }) => [...new Set(themesOf(report).map((theme) => String(missionOfTheme[theme])))],
      accompanimentsOf,
    ),
    byEquipment: countBy(
      inPeriod,
      ({ report }) => (isAccompaniment(report) ? (report.equipment ?? []) : []),
      accompanimentsOf,
    ),
    byOrientation: countBy(
      inPeriod,
      ({ report }) =>
        report.kind === 'individuel' && report.oriented ? [report.orientation ?? 'sans_precision'] : [],
      () => 1,
    ),
    hoursByKind: countBy(inPeriod, ({ report }) => [report.kind], minutesOfReport),
    byGender: traitCounts('gender', named, erased, inPeriod, keys),
    byAge: traitCounts('ageRange', named, erased, inPeriod, keys),
    byStatus: traitCounts('status', named, erased, inPeriod, keys),
  }
}

/** What each person of a scope is called by; an erased one by the name that they had. */
function keyOf({ document, person }: Presence): string {
  return `${document.scope} ${person}`
}

function isSame(a: Presence, b: Presence): boolean {
  return a.document.id === b.document.id && a.person === b.person
}

function presences(
  { document, report }: { document: NaiveDocument; report: Report },
  { merged, erased }: NaivePeople,
): Presence[] {
  const named: readonly ({ id: string } & Traits)[] =
    report.kind === 'individuel' && report.beneficiary.kind === 'suivi'
      ? [report.beneficiary]
      : report.kind === 'collectif'
        ? (report.participants ?? [])
        : []
  return named.map(({ id, ...traits }) => {
    let person = id
    while (!erased.has(person) && merged.has(person)) person = merged.get(person) ?? person
    // Whose trail ends in an erased page is nobody that can be told from others but by the name in the report.
    return { document, report, traits, person: erased.has(person) ? erasedName(id, erased) : person }
  })
}

function erasedName(id: string, erased: ReadonlySet<string>): string {
  if (erased.has(id)) return id
  throw new Error('the test merges nobody into somebody erased')
}

function anonymousOf(report: Report): { total: number; already: number } {
  if (report.kind === 'individuel' && report.beneficiary.kind === 'anonyme') {
    return { total: 1, already: report.beneficiary.alreadyAccompanied ? 1 : 0 }
  }
  if (report.kind !== 'collectif') return { total: 0, already: 0 }
  return { total: report.anonymous?.total ?? 0, already: report.anonymous?.alreadyAccompanied ?? 0 }
}

function themesOf(report: Report): readonly Theme[] {
  return isAccompaniment(report) ? report.themes : []
}

function countBy<T extends { report: Report }>(
  items: readonly T[],
  valuesOf: (item: T) => readonly string[],
  weightOf: (report: Report) => number,
): Counts {
  const counts: Counts = {}
  for (const item of items) {
    for (const value of valuesOf(item)) counts[value] = (counts[value] ?? 0) + weightOf(item.report)
  }
  return counts
}

function traitCounts(
  family: 'gender' | 'ageRange' | 'status',
  named: readonly Presence[],
  erased: readonly Presence[],
  inPeriod: readonly { report: Report }[],
  keys: readonly string[],
): Counts {
  const counts: Counts = {}
  const add = (code: string | undefined, count: number) => {
    if (code && code !== 'non_communique' && count > 0) counts[code] = (counts[code] ?? 0) + count
  }
  for (const key of keys) add(named.find((presence) => keyOf(presence) === key)?.traits[family], 1)
  for (const { traits } of erased) add(traits[family], 1)
  for (const { report } of inPeriod) {
    if (report.kind === 'individuel' && report.beneficiary.kind === 'anonyme')
      add(report.beneficiary[family], 1)
    if (report.kind === 'collectif') {
      for (const [code, count] of Object.entries(report.anonymous?.[family] ?? {})) add(code, count ?? 0)
    }
  }
  return counts
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
