import type { NeedsRow, NeedsTerritory, StateNeeds } from '../../../../domain/access/state-needs.ts'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import type { Cell, FigureLine, FiguresFile } from '../figures-file.ts'
import { hiddenWord } from '../state/amount-words.ts'
import { needsBlocks, needsLines } from './needs-blocks.ts'
import { rateOf } from './rates.ts'
import { territoryWords, type WithinKind } from './territory-rows.ts'

type Edition = NonNullable<StateNeeds['edition']>

/** What is shown of a territory, as a file: what is hidden on the screen is hidden there. */
export function needsFile(territory: NeedsTerritory, edition: Edition): FiguresFile {
  const { year, now, before, within, madeAt } = edition
  return {
    period: { from: dayOf(`${year}-01-01`), to: dayOf(`${year}-12-31`) },
    about: [
      ['Territoire', territory.code === '' ? territory.name : `${territory.name} (${territory.code})`],
      ['Année', String(year)],
      ['Arrêté le', madeAt.slice(0, 10)],
      ['Masqué', 'Moins de cinq personnes, ou ce qui permettrait de retrouver un tel nombre.'],
      ['Réponse absente d’une liste', 'Donnée par personne, ou masquée.'],
    ],
    lines: [
      [
        'Totaux',
        'Accompagnements',
        'Accompagnements',
        cellOf(now.accompaniments),
        '',
        before ? cellOf(before.accompaniments) : '',
      ],
      ['Totaux', 'Habitants', 'Personnes', territory.population ?? '', '', ''],
      [
        'Totaux',
        'Pour 1 000 habitants',
        'Accompagnements',
        rateCell(now.accompaniments, territory.population),
        '',
        before ? rateCell(before.accompaniments, territory.population) : '',
      ],
      ...needsBlocks.flatMap(({ facet, title }) =>
        needsLines(facet, now, before).map((line): FigureLine => [
          title,
          line.label,
          'Accompagnements',
          line.amount,
          line.share ?? '',
          line.before ?? '',
        ]),
      ),
      ...(['departement', 'epci', 'commune'] as const).flatMap((kind) => withinLines(kind, within)),
    ],
  }
}

function withinLines(kind: WithinKind, rows: readonly NeedsRow[]): FigureLine[] {
  const { title } = territoryWords[kind]
  return rows
    .filter((row) => row.kind === kind)
    .flatMap(({ name, code, accompaniments, population, before }): FigureLine[] => {
      const line = `${name} (${code})`
      return [
        [
          title,
          line,
          'Accompagnements',
          cellOf(accompaniments),
          '',
          before === undefined ? '' : cellOf(before),
        ],
        [title, line, 'Habitants', population ?? '', '', ''],
        [
          title,
          line,
          'Accompagnements pour 1 000 habitants',
          rateCell(accompaniments, population),
          '',
          before === undefined ? '' : rateCell(before, population),
        ],
      ]
    })
}

function cellOf(count: number | null): Cell {
  return count ?? hiddenWord
}

function rateCell(accompaniments: number | null, population: number | null): Cell {
  if (accompaniments === null) return hiddenWord
  const rate = rateOf(accompaniments, population)
  return rate === undefined ? '' : Math.round(rate * 10) / 10
}

function dayOf(text: string) {
  return calendarDaySchema.parse(text)
}
