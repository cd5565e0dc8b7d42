import type { StateFigures, StateTotals } from '../../../../domain/access/state-figures.ts'
import { facetWords } from '../../../../domain/report/search/facet-words.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { departmentName, isDepartmentCode } from '../../../../domain/territory/departments.ts'
import { blockDefinitions } from '../block-definitions.ts'
import {
  breakdownLine,
  timeLine,
  totalLine,
  type Cell,
  type FigureLine,
  type FiguresFile,
} from '../figures-file.ts'
import { periodWords } from '../period-words.ts'
import { barWords } from '../time-words.ts'
import { hiddenWord } from './amount-words.ts'
import { stateRows } from './state-rows.ts'

/** What is shown of a territory, as a file: what is hidden on the screen is hidden there. */
export function stateFile(
  territory: string,
  figures: StateFigures,
  filters: readonly FacetValue[],
): FiguresFile {
  const { period, before, totals, bars, departments } = figures
  return {
    period,
    about: [
      ['Territoire', territory],
      ['Période', periodWords(period)],
      ['Comparée à la période', before ? periodWords(before.period) : 'aucune, elle n’est pas terminée'],
      ['Filtres', filters.map((value) => facetWords(value, noNames)).join(', ') || 'aucun'],
      ['Masqué', 'Moins de cinq personnes, ou ce qui permettrait de retrouver un tel nombre.'],
    ],
    lines: [
      ...totalLines(totals, before?.totals),
      ...Object.entries(departments ?? {}).map(([code, { accompaniments }]): FigureLine => [
        'Par département',
        isDepartmentCode(code) ? `${departmentName(code)} (${code})` : code,
        'Accompagnements',
        cellOf(accompaniments),
        '',
        '',
      ]),
      ...blockDefinitions.flatMap((block) =>
        stateRows(block, figures).map(({ label, amount, share }) =>
          breakdownLine(block, label, cellOf(amount), share),
        ),
      ),
      ...bars.map((bar) => timeLine(barWords(bar, 'mois'), cellOf(bar.accompaniments))),
    ],
  }
}

/** What the State filters by has no names of its own. */
const noNames = { places: new Map(), people: new Map(), communes: new Map() }

function totalLines(now: StateTotals, before: StateTotals | undefined): FigureLine[] {
  const line = (name: string, unit: string, of: (totals: StateTotals) => number | null) =>
    totalLine(name, unit, cellOf(of(now)), before ? cellOf(of(before)) : '')
  return [
    line('Accompagnements', 'Accompagnements', ({ accompaniments }) => accompaniments),
    line('Bénéficiaires', 'Personnes', ({ beneficiaries }) => beneficiaries.total),
    line('Bénéficiaires suivis', 'Personnes', ({ beneficiaries }) => beneficiaries.named),
    line('Bénéficiaires anonymes', 'Personnes', ({ beneficiaries }) => beneficiaries.anonymous),
    line('Nouveaux bénéficiaires', 'Personnes', ({ newOnes }) => newOnes),
    line('Durée', 'Minutes', ({ minutes }) => minutes && minutes.total),
    line('Activités', 'Activités', ({ activities }) => activities),
  ]
}

function cellOf(count: number | null): Cell {
  return count ?? hiddenWord
}
