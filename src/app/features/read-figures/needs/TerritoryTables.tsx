import { useState } from 'react'
import { Link } from 'wouter'
import type { NeedsRow, StateNeeds } from '../../../../domain/access/state-needs.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { formatNumber } from '../../../ui/format/number.ts'
import type { Sort } from '../../../ui/SortHead.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { countOrHidden } from '../state/amount-words.ts'
import styles from './needs.module.css'
import { rateWords } from './rates.ts'
import { sortedRows, standingOf, territoryWords, type Standing, type WithinKind } from './territory-rows.ts'
import { needsAddress } from './needs-address.ts'

export interface TerritoryTablesProps {
  edition: NonNullable<StateNeeds['edition']>
  year: number | undefined
}

/** The territories within one, a table for each kind of them. */
export function TerritoryTables({ edition, year }: TerritoryTablesProps) {
  return (['departement', 'epci', 'commune'] as const).map((kind) => {
    const rows = edition.within.filter((row) => row.kind === kind)
    return (
      rows.length > 0 && <TerritoryTable key={kind} kind={kind} rows={rows} year={year} told={edition.year} />
    )
  })
}

interface TerritoryTableProps {
  kind: WithinKind
  rows: readonly NeedsRow[]
  /** As the address says it. */
  year: number | undefined
  told: number
}

/** More are drawn when they are asked for. */
const firstShown = 100

function TerritoryTable({ kind, rows, year, told }: TerritoryTableProps) {
  const [sort, setSort] = useState<Sort>({ key: 'accompaniments', direction: 'descending' })
  const [standing, setStanding] = useState<Standing | 'all'>('all')
  const [isWhole, setWhole] = useState(false)
  const words = territoryWords[kind]
  const asked = sortedRows(
    rows.filter((row) => standing === 'all' || standingOf(row) === standing),
    sort,
  )
  const shown = isWhole ? asked : asked.slice(0, firstShown)
  const countOf = (one: Standing) => rows.filter((row) => standingOf(row) === one).length
  const options = [
    { value: 'all' as const, label: `${words.all} (${formatNumber(rows.length)})` },
    { value: 'none' as const, label: `Sans accompagnement (${formatNumber(countOf('none'))})` },
    { value: 'hidden' as const, label: `Nombre masqué (${formatNumber(countOf('hidden'))})` },
  ].filter(({ value }) => value === 'all' || countOf(value) > 0)
  return (
    <section aria-labelledby={`territoires-${kind}`}>
      <h2 id={`territoires-${kind}`}>{words.title}</h2>
      <Stack>
        {options.length > 1 && (
          <div className={styles.under} data-print="hide">
            <ChipRadioGroup label="Montrer" options={options} value={standing} onChange={setStanding} />
          </div>
        )}
        <DataTable
          caption={`${words.title}, ${told}`}
          columns={columnsOf(kind, rows, year, told)}
          rows={shown}
          rowKey={({ code }) => code}
          sort={sort}
          onSort={setSort}
        />
        {shown.length < asked.length && (
          <div>
            <Button onClick={() => setWhole(true)}>
              {`Montrer les ${formatNumber(asked.length - shown.length)} autres`}
            </Button>
          </div>
        )}
      </Stack>
    </section>
  )
}

function columnsOf(
  kind: WithinKind,
  rows: readonly NeedsRow[],
  year: number | undefined,
  told: number,
): Column<NeedsRow>[] {
  const isBeforeTold = rows.some(({ before }) => before !== undefined)
  return [
    {
      key: 'name',
      head: territoryWords[kind].one,
      sortable: true,
      cell: ({ name, code }) => (
        <Link href={needsAddress({ kind, code }, year)}>
          {kind === 'departement' ? `${name} (${code})` : name}
        </Link>
      ),
    },
    {
      key: 'accompaniments',
      head: 'Accompagnements',
      align: 'number',
      sortable: true,
      cell: ({ accompaniments }) => countOrHidden(accompaniments),
    },
    {
      key: 'rate',
      head: 'Pour 1\u00A0000 hab.',
      align: 'number',
      sortable: true,
      cell: ({ accompaniments, population }) => rateWords(accompaniments, population),
    },
    ...(isBeforeTold
      ? [
          {
            key: 'before',
            head: `En ${told - 1}`,
            align: 'number' as const,
            sortable: true,
            cell: ({ before }: NeedsRow) => (before === undefined ? '–' : countOrHidden(before)),
          },
        ]
      : []),
    {
      key: 'population',
      head: 'Habitants',
      align: 'number',
      sortable: true,
      cell: ({ population }) => (population === null ? '–' : formatNumber(population)),
    },
  ]
}
