import { canonicalJson } from '../canonical-json.ts'
import { contentOf, type ExaminedReport } from './examined-report.ts'
import { groupBy } from '../group-by.ts'
import { letterLikenessOf, noteLikeness } from './note-likeness.ts'
import type { Found, Rule } from './rule.ts'
import { dayInWords, reportsInWords } from '../french-words.ts'

type Threshold = Parameters<Rule<'filed-twice'>['find']>[1]

/** Same day, place, kind, duration and people, and notes that are nearly the same. */
export const filedTwice: Rule<'filed-twice'> = {
  title: 'Peut-être déposés deux fois',
  words: ({ secondsOfOne }) =>
    `Même jour, même lieu, même activité, même durée, mêmes personnes, et des notes presque identiques. Quand personne n’est nommé, tout le reste doit être identique aussi${secondsOfOne === undefined ? '' : `, et en dire assez, ou avoir été déposé à moins de ${secondsOfOne}\u00A0secondes`}.`,
  answers: [
    'Ce sont bien des accompagnements différents.',
    'La même personne est venue plusieurs fois ce jour-là.',
    'Le double va être supprimé.',
  ],
  find({ reports }, threshold) {
    return several(groupBy(reports, sameWhenWhere))
      .flatMap((group) => several(groupBy(group, sameWho)))
      .flatMap((group) => alike(group, threshold))
      .flatMap((group) => filedAsOne(group, threshold))
      .flatMap(([one, ...others]) => (one && others.length > 0 ? [foundOf(one, others)] : []))
  },
}

/** Reports that say the same, in groups of which each may be another one of the group filed once more. */
function filedAsOne(reports: readonly ExaminedReport[], threshold: Threshold): ExaminedReport[][] {
  const groups: ExaminedReport[][] = []
  for (const report of reports.toSorted(byFiling)) {
    const near = groups.filter((group) => group.some((other) => maybeOne(other, report, threshold)))
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), [
      ...near.flat(),
      report,
    ])
  }
  return groups
}

function byFiling(a: ExaminedReport, b: ExaminedReport): number {
  return (a.filedAt ?? 0) - (b.filedAt ?? 0)
}

/** Whether the same words are the same visit: by when they were filed, and by how much they say. */
function maybeOne(a: ExaminedReport, b: ExaminedReport, threshold: Threshold): boolean {
  const { secondsOfOne } = threshold
  const apart =
    a.filedAt === undefined || b.filedAt === undefined ? undefined : Math.abs(a.filedAt - b.filedAt) / 1000
  const isAtOnce = apart !== undefined && secondsOfOne !== undefined && apart <= secondsOfOne
  return isAtOnce || (saysEnough(a, threshold) && saysEnough(b, threshold))
}

/** Somebody is named, or enough is said for two reports that say the same not to be chance. */
function saysEnough(report: ExaminedReport, { saidLeast, repeated }: Threshold): boolean {
  const { kind, people, activity, note } = report
  const said = report.said + (note === '' ? 0 : 1)
  if (repeated.some((often) => often === activity)) return said > 0
  return people !== '' || said >= saidLeast[kind]
}

function sameWhenWhere({ date, kind, minutes, place, accompaniments, people }: ExaminedReport): string {
  return [date, kind, minutes, place, accompaniments, people].join('|')
}

/** Where nobody is named, people are the same if all that is said of them is. */
function sameWho(report: ExaminedReport): string {
  return report.people === '' ? canonicalJson(contentOf(report)) : report.people
}

function several(groups: ReadonlyMap<string, ExaminedReport[]>): ExaminedReport[][] {
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Reports in groups of which each one's note is nearly that of another one of the group. */
function alike(reports: readonly ExaminedReport[], threshold: Threshold): ExaminedReport[][] {
  const byNote = groupBy(reports, ({ note }) => note)
  const groups: { notes: string[]; reports: ExaminedReport[] }[] = []
  for (const [note, own] of byNote) {
    const near = groups.filter(({ notes }) => notes.some((other) => nearlySame(note, other, threshold)))
    const joined = {
      notes: [note, ...near.flatMap(({ notes }) => notes)],
      reports: [...own, ...near.flatMap((group) => group.reports)],
    }
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined)
  }
  return groups.map((group) => group.reports)
}

function nearlySame(
  a: string,
  b: string,
  { noteLikeness: least, letterLikeness = Infinity }: Threshold,
): boolean {
  return noteLikeness(a, b) >= least || letterLikenessOf(a, b) >= letterLikeness
}

function foundOf(one: ExaminedReport, others: readonly ExaminedReport[]): Found {
  const { date, kind, minutes, place, note } = one
  const evidence = [one, ...others].map(({ id }) => id).sort()
  const same = [
    place === '' ? '' : 'même lieu',
    'même durée',
    note === '' ? '' : 'notes presque identiques',
    kind === 'individuel' || kind === 'collectif' ? 'mêmes personnes' : 'même activité',
  ].filter(Boolean)
  return {
    facts: [date, kind, minutes, place, ...evidence],
    evidence,
    sentence: `${reportsInWords(evidence.length)} du ${dayInWords(date)} disent la même chose\u00A0: ${same.join(', ')}. Il s’agit peut-être du même, déposé ${evidence.length === 2 ? 'deux' : 'plusieurs'} fois.`,
  }
}
