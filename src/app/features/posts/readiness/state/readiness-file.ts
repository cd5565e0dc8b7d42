import type { ReadinessOfTerritory } from '../../../../../domain/access/readiness-on-the-wire.ts'
import type { ReadinessState } from '../../../../../domain/commitments/readiness/advisor-readiness.ts'
import {
  readinessNotes,
  readinessWords,
} from '../../../../../domain/commitments/readiness/readiness-words.ts'
import { csvText } from '../../../../data/files/write-csv.ts'
import { boardMeasures, partDone, type BoardMeasure, type NamedLine } from './readiness-lines.ts'

/** The lines that are shown, as a CSV file: the day, the numbers, then what each column counts. */
export function readinessFile(
  lines: readonly NamedLine[],
  { today }: Pick<ReadinessOfTerritory, 'today'>,
): Blob {
  const heads = ['Date', 'Code', 'Territoire', 'Région', 'En poste', ...boardMeasures.flatMap(headsOf)]
  const rows = lines.map(({ code, name, region, line }) => [
    today,
    code,
    name,
    region,
    String(line.inPost),
    ...boardMeasures.flatMap((measure) => cellsOf(line, measure)),
  ])
  const definitions = [
    ['Définitions'],
    ['En poste', readinessNotes.inPost],
    ...boardMeasures.map((measure) => [readinessWords[measure].label, readinessWords[measure].definition]),
    ['On ne sait pas', readinessNotes.unknown],
    ['Non montré', readinessNotes.hidden],
  ]
  return new Blob([csvText(heads, [...rows, [], ...definitions])], { type: 'text/csv;charset=utf-8' })
}

const stateHeads: Readonly<Record<ReadinessState, string>> = {
  done: 'nombre',
  'not-done': 'pas encore',
  unknown: 'on ne sait pas',
  'not-due': 'rien à suivre',
}

/** Nothing but modules of a year can be asked of nobody. */
function statesOf(measure: BoardMeasure): ReadinessState[] {
  return measure === 'continuing' ? ['not-done', 'unknown', 'not-due'] : ['not-done', 'unknown']
}

function headsOf(measure: BoardMeasure): string[] {
  const said = [
    'nombre',
    'part des personnes en poste (%)',
    ...statesOf(measure).map((state) => stateHeads[state]),
  ]
  return said.map((what) => `${readinessWords[measure].label}, ${what}`)
}

function cellsOf(line: NamedLine['line'], measure: BoardMeasure): string[] {
  const counts = line[measure]
  const part = partDone(line, measure)
  const others = statesOf(measure)
  if (!counts) return Array.from({ length: 2 + others.length }, () => 'non montré')
  return [
    String(counts.done),
    part === null ? '' : String(Math.round(part * 100)),
    ...others.map((state) => String(counts[state])),
  ]
}
