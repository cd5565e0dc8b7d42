import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from '../../../src/app/ui/Button.tsx'
import { DataTable, type Column } from '../../../src/app/ui/DataTable.tsx'
import { List } from '../../../src/app/ui/List.tsx'
import { ListRow } from '../../../src/app/ui/ListRow.tsx'
import type { Sort } from '../../../src/app/ui/SortHead.tsx'
import { StateMark } from '../../../src/app/ui/StateMark.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

test('a row is read as one link: what, who, how long, in which state', async () => {
  render(
    <List label="Aujourd’hui">
      <ListRow
        href="/activites/1"
        icon="person"
        title="E-mail"
        detail="Anonyme"
        end="30 min"
        state={<StateMark state="on-device" />}
        aria-current="page"
      />
    </List>,
  )
  const list = screen.getByRole('list', { name: 'Aujourd’hui' })
  const link = within(list).getByRole('link', {
    name: 'E-mail Anonyme Enregistré sur cet appareil 30 min',
    current: 'page',
  })
  expect(link).toHaveAttribute('href', '/activites/1')
  expect(await accessibilityViolations()).toEqual([])
})

test('the arrows go from row to row, and stop at the ends', async () => {
  render(
    <List label="Aujourd’hui">
      <ListRow href="#1" title="Un" actions={<Button>Refaire</Button>} />
      <ListRow href="#2" title="Deux" />
    </List>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{ArrowUp}')
  expect(screen.getByRole('link', { name: 'Un' })).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(screen.getByRole('link', { name: 'Deux' })).toHaveFocus()
})

test('a row without a page to open isn’t a link', () => {
  render(
    <List label="Aujourd’hui">
      <ListRow title="Un" />
    </List>,
  )
  expect(screen.getByRole('listitem')).toHaveTextContent('Un')
  expect(screen.queryByRole('link')).not.toBeInTheDocument()
})

test('a table is named, its rows by their first cell, its columns by their heads', async () => {
  render(<People />)
  expect(screen.getByRole('table', { name: 'Novembre' })).toBeVisible()
  expect(screen.getByRole('row', { name: 'Awa 42' })).toBeVisible()
  expect(screen.getByRole('rowheader', { name: 'Awa' })).toBeVisible()
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
    'Personne',
    'Activités',
  ])
  expect(await accessibilityViolations()).toEqual([])
})

test('a table that scrolls is reached by the keyboard', async () => {
  render(<People />)
  await userEvent.tab()
  expect(screen.getByRole('region', { name: 'Novembre' })).toHaveFocus()
})

test('a table says by which column it is sorted, and asks for the other way', async () => {
  const sort = vi.fn<(sort: Sort) => void>()
  render(<People sort={{ key: 'count', direction: 'ascending' }} onSort={sort} />)
  expect(screen.getByRole('columnheader', { name: 'Activités' })).toHaveAttribute('aria-sort', 'ascending')
  expect(screen.getByRole('columnheader', { name: 'Personne' })).not.toHaveAttribute('aria-sort')
  await userEvent.click(screen.getByRole('button', { name: 'Activités' }))
  expect(sort).toHaveBeenLastCalledWith({ key: 'count', direction: 'descending' })
  await userEvent.click(screen.getByRole('button', { name: 'Personne' }))
  expect(sort).toHaveBeenLastCalledWith({ key: 'name', direction: 'ascending' })
})

interface Line {
  name: string
  count: number
}

const columns: readonly Column<Line>[] = [
  { key: 'name', head: 'Personne', cell: ({ name }) => name, sortable: true },
  { key: 'count', head: 'Activités', cell: ({ count }) => count, align: 'number', sortable: true },
]

function People({ sort, onSort }: { sort?: Sort; onSort?: (sort: Sort) => void }) {
  const rows = [
    { name: 'Awa', count: 42 },
    { name: 'Bruno', count: 7 },
  ]
  return (
    <DataTable
      caption="Novembre"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      {...{ sort, onSort }}
    />
  )
}
