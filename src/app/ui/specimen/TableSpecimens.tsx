import { useState } from 'react'
import { DataTable, type Column } from '../DataTable.tsx'
import { formatDuration } from '../format/duration.ts'
import { formatNumber } from '../format/number.ts'
import type { Sort } from '../SortHead.tsx'
import { SpecimenSection } from './SpecimenSection.tsx'

interface Line {
  name: string
  place: string
  accompaniments: number
  minutes: number
}

const lines: readonly Line[] = [
  { name: 'Awa Diallo', place: 'Médiathèque de Saint-Girons', accompaniments: 1042, minutes: 31_265 },
  { name: 'Bruno Peyrat', place: 'France Services du Couserans', accompaniments: 38, minutes: 1_830 },
  {
    name: 'Marie-Bérengère de La Rochefoucauld-Montmorency',
    place: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
    accompaniments: 0,
    minutes: 0,
  },
]

const columns: readonly Column<Line>[] = [
  { key: 'name', head: 'Personne', cell: (line) => line.name, sortable: true },
  { key: 'place', head: 'Lieu le plus fréquent', cell: (line) => line.place, onCard: 'hidden' },
  {
    key: 'accompaniments',
    head: 'Accompagnements',
    cell: (line) => formatNumber(line.accompaniments),
    align: 'number',
    sortable: true,
  },
  {
    key: 'minutes',
    head: 'Durée',
    cell: (line) => formatDuration(line.minutes),
    align: 'number',
    sortable: true,
  },
]

export function TableSpecimens() {
  const [sort, setSort] = useState<Sort>({ key: 'accompaniments', direction: 'descending' })
  return (
    <SpecimenSection id="tableaux" title="Tableaux">
      <DataTable
        caption="Activité de novembre 2026, par personne"
        columns={columns}
        rows={sorted(lines, sort)}
        rowKey={(line) => line.name}
        sort={sort}
        onSort={setSort}
      />
    </SpecimenSection>
  )
}

function sorted(all: readonly Line[], { key, direction }: Sort): Line[] {
  const turn = direction === 'ascending' ? 1 : -1
  return [...all].sort((a, b) => turn * compare(a, b, key))
}

function compare(a: Line, b: Line, key: string): number {
  if (key === 'accompaniments') return a.accompaniments - b.accompaniments
  if (key === 'minutes') return a.minutes - b.minutes
  return a.name.localeCompare(b.name, 'fr')
}
