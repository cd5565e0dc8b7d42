import type { AdvisorStanding } from '../../../domain/access/group-figures.ts'
import { facetWords, type FacetNames } from '../../../domain/report/search/facet-words.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import type { SheetToWrite } from '../../data/files/write-xlsx.ts'
import { blockDefinitions, type BlockDefinition } from './block-definitions.ts'
import { blockRows } from './block-rows.ts'
import { definitions } from './definitions.ts'
import { periodWords } from './period-words.ts'
import { barWords } from './time-words.ts'
import { unitHeads } from './unit-words.ts'
import type { AskedFigures } from './use-figures.ts'

/** A number, or words in its place; empty where there is none. */
export type Cell = string | number

/** One figure: its table, its line, its unit, how many, its share of the whole, and the period before. */
export type FigureLine = readonly [
  table: string,
  line: string,
  unit: string,
  amount: Cell,
  share: Cell,
  before: Cell,
]

/** The figures that are shown, as a file tells them: of which days, with which filters, by which definitions. */
export interface FiguresFile {
  readonly period: Period
  readonly about: readonly (readonly [name: string, words: string])[]
  readonly lines: readonly FigureLine[]
}

const heads = ['Tableau', 'Ligne', 'Unité', 'Nombre', 'Part', 'Période précédente']

/** @param advisors whose own totals are told, in the order in which they are shown */
export function figuresFile(
  asked: AskedFigures,
  names: FacetNames,
  advisors: readonly AdvisorStanding[] = [],
): FiguresFile {
  return {
    period: asked.period,
    about: [
      ['Période', periodWords(asked.period)],
      ['Comparée à la période', periodWords(asked.before.period)],
      ['Filtres', asked.question.values.map((value) => facetWords(value, names)).join(', ') || 'aucun'],
    ],
    lines: [
      ...totalLines(asked),
      ...advisors.flatMap(advisorLines),
      ...blockDefinitions.flatMap((block) =>
        blockRows(block, asked.figures, names).map(({ label, amount, share }) =>
          breakdownLine(block, label, amount, share),
        ),
      ),
      ...asked.bars.map((bar) => timeLine(barWords(bar, asked.step), bar.accompaniments)),
    ],
  }
}

function advisorLines({ name, counted }: AdvisorStanding): FigureLine[] {
  if (!counted) return []
  const line = (unit: string, amount: number): FigureLine => [
    'Conseillers et conseillères',
    name,
    unit,
    amount,
    '',
    '',
  ]
  return [
    line('Activités', counted.activities),
    line('Accompagnements', counted.accompaniments),
    line('Minutes', counted.minutes),
  ]
}

export function breakdownLine(
  { title, unit }: BlockDefinition,
  label: string,
  amount: Cell,
  share: number | undefined,
): FigureLine {
  return [title, label, unit === 'minutes' ? 'Minutes' : unitHeads[unit], amount, share ?? '', '']
}

export function timeLine(when: string, accompaniments: Cell): FigureLine {
  return ['Au fil du temps', when, 'Accompagnements', accompaniments, '', '']
}

export function totalLine(name: string, unit: string, now: Cell, before: Cell): FigureLine {
  return ['Totaux', name, unit, now, '', before]
}

function totalLines({ figures, before: { totals } }: AskedFigures): FigureLine[] {
  return [
    totalLine('Accompagnements', 'Accompagnements', figures.accompaniments, totals.accompaniments),
    totalLine('Bénéficiaires', 'Personnes', figures.beneficiaries.total, totals.beneficiaries.total),
    totalLine('Bénéficiaires suivis', 'Personnes', figures.beneficiaries.named, totals.beneficiaries.named),
    totalLine(
      'Bénéficiaires anonymes',
      'Personnes',
      figures.beneficiaries.anonymous,
      totals.beneficiaries.anonymous,
    ),
    totalLine('Nouveaux bénéficiaires', 'Personnes', figures.newOnes.total, totals.newOnes.total),
    totalLine('Durée', 'Minutes', figures.minutes.total, totals.minutes.total),
    totalLine(
      'Durée d’accompagnement',
      'Minutes',
      figures.minutes.accompaniment,
      totals.minutes.accompaniment,
    ),
    totalLine('Activités', 'Activités', figures.activities, totals.activities),
    totalLine(
      'Participants à des évènements',
      'Personnes',
      figures.eventParticipants,
      totals.eventParticipants,
    ),
  ]
}

const rules: readonly (readonly [name: string, rule: string])[] = [
  ...definitions.map(({ name, rule }) => [name, rule] as const),
  ...blockDefinitions.map(({ title, rule }) => [title, rule] as const),
]

/** As a spreadsheet opens it in French. */
export function figuresCsv({ about, lines }: FiguresFile): string {
  const all: (readonly Cell[])[] = [
    ['Espace Coop, chiffres d’activité'],
    ...about,
    [],
    heads,
    ...lines,
    [],
    ['Définitions'],
    ...rules,
  ]
  // The mark that tells spreadsheets how the letters are written.
  return `\uFEFF${all.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`
}

/**
 * A cell: a number with its comma, a text between quotes. A text that a spreadsheet would take for a formula begins with
 * an apostrophe: names of places and tags are typed by people.
 */
function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${text.replaceAll('"', '""')}"`
}

/** As the sheets of a workbook: the figures, then what they are and how they are counted. */
export function figuresSheets({ about, lines }: FiguresFile): SheetToWrite[] {
  return [
    {
      name: 'Chiffres',
      heads,
      types: ['text', 'text', 'text', 'number', 'number', 'number'],
      rows: lines.map((line) => line.map(String)),
    },
    { name: 'À propos', heads: ['Quoi', 'En mots'], types: ['text', 'text'], rows: [...about, ...rules] },
  ]
}
