import { facetWords, type FacetNames } from '../../../domain/report/search/facet-words.ts'
import { blockDefinitions } from './block-definitions.ts'
import { blockRows } from './block-rows.ts'
import { definitions } from './definitions.ts'
import { periodWords } from './period-words.ts'
import { barWords } from './time-words.ts'
import { unitHeads } from './unit-words.ts'
import type { AskedFigures } from './use-figures.ts'

type Cell = string | number

/** The figures that are shown, with their period, filters and definitions, as a spreadsheet opens them in French. */
export function figuresCsv(asked: AskedFigures, names: FacetNames): string {
  const lines: Cell[][] = [
    ['Espace Coop, chiffres d’activité'],
    ['Période', periodWords(asked.period)],
    ['Comparée à la période', periodWords(asked.before.period)],
    ['Filtres', asked.question.values.map((value) => facetWords(value, names)).join(', ') || 'aucun'],
    [],
    ['Tableau', 'Ligne', 'Unité', 'Nombre', 'Part', 'Période précédente'],
    ...totalLines(asked),
    ...blockDefinitions.flatMap((block) =>
      blockRows(block, asked.figures, names).map(({ label, amount, share }): Cell[] => [
        block.title,
        label,
        block.unit === 'minutes' ? 'Minutes' : unitHeads[block.unit],
        amount,
        share === undefined ? '' : share,
      ]),
    ),
    ...asked.bars.map((bar): Cell[] => [
      'Au fil du temps',
      barWords(bar, asked.step),
      'Accompagnements',
      bar.accompaniments,
    ]),
    [],
    ['Définitions'],
    ...definitions.map(({ name, rule }): Cell[] => [name, rule]),
    ...blockDefinitions.map(({ title, rule }): Cell[] => [title, rule]),
  ]
  // The mark that tells spreadsheets how the letters are written.
  return `\uFEFF${lines.map((cells) => cells.map(cellText).join(';')).join('\r\n')}\r\n`
}

function totalLines({ figures, before: { totals } }: AskedFigures): Cell[][] {
  const line = (name: string, unit: string, now: number, before: number): Cell[] => [
    'Totaux',
    name,
    unit,
    now,
    '',
    before,
  ]
  return [
    line('Accompagnements', 'Accompagnements', figures.accompaniments, totals.accompaniments),
    line('Bénéficiaires', 'Personnes', figures.beneficiaries.total, totals.beneficiaries.total),
    line('Bénéficiaires suivis', 'Personnes', figures.beneficiaries.named, totals.beneficiaries.named),
    line(
      'Bénéficiaires anonymes',
      'Personnes',
      figures.beneficiaries.anonymous,
      totals.beneficiaries.anonymous,
    ),
    line('Nouveaux bénéficiaires', 'Personnes', figures.newOnes.total, totals.newOnes.total),
    line('Durée', 'Minutes', figures.minutes.total, totals.minutes.total),
    line('Durée d’accompagnement', 'Minutes', figures.minutes.accompaniment, totals.minutes.accompaniment),
    line('Activités', 'Activités', figures.activities, totals.activities),
    line('Participants à des évènements', 'Personnes', figures.eventParticipants, totals.eventParticipants),
  ]
}

/**
 * A cell: a number with its comma, a text between quotes. A text that a spreadsheet would take for a formula begins with
 * an apostrophe: names of places and tags are typed by people.
 */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${text.replaceAll('"', '""')}"`
}
