import { canonicalJson } from '../canonical-json.ts'
import { contentOf, type ExaminedReport } from './examined-report.ts'
import { groupBy } from '../group-by.ts'
import { noteLikeness } from './note-likeness.ts'
import type { Found, Rule } from './rule.ts'
import { dayInWords, reportsInWords } from './words.ts'

type Threshold = Parameters<Rule<'filed-twice'>['find']>[1]

/** Same day, place, kind, duration and people, and notes that are nearly the same. */
export const filedTwice: Rule<'filed-twice'> = {
  title: 'Peut-être déposés deux fois',
  words: () =>
    'Même jour, même lieu, même activité, même durée, mêmes personnes, et des notes presque identiques. Quand personne n’est nommé, tout le reste doit être identique aussi.',
  answers: [
    'Ce sont bien des accompagnements différents.',
    'La même personne est venue plusieurs fois ce jour-là.',
    'Le double va être supprimé.',
  ],
  find({ reports }, threshold) {
    const candidates = reports.filter((report) => saysEnough(report, threshold))
    return several(groupBy(candidates, sameWhenWhere))
      .flatMap((group) => several(groupBy(group, sameWho)))
      .flatMap((group) => alike(group, threshold.noteLikeness))
      .flatMap(([one, ...others]) => (one && others.length > 0 ? [foundOf(one, others)] : []))
  },
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
function alike(reports: readonly ExaminedReport[], least: number): ExaminedReport[][] {
  const byNote = groupBy(reports, ({ note }) => note)
  const groups: { notes: string[]; reports: ExaminedReport[] }[] = []
  for (const [note, own] of byNote) {
    const near = groups.filter(({ notes }) => notes.some((other) => noteLikeness(note, other) >= least))
    const joined = {
      notes: [note, ...near.flatMap(({ notes }) => notes)],
      reports: [...own, ...near.flatMap((group) => group.reports)],
    }
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined)
  }
  return groups.map((group) => group.reports)
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
