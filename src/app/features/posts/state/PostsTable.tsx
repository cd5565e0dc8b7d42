import { useState } from 'react'
import { Link } from 'wouter'
import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { stateCommitmentsAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { counted } from '../../../ui/format/number.ts'
import type { Sort } from '../../../ui/SortHead.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { lastingWords, monthsBetween } from '../days-words.ts'
import { StatusWord, type StatusTone } from '../StatusWord.tsx'
import { PostMoves } from './PostMoves.tsx'
import { stateWords } from './post-words.ts'

export interface PostsTableProps {
  posts: readonly TerritoryPost[]
  /** How many there are without the filters. */
  all: number
  today: CalendarDay
  sort: Sort
  onSort: (sort: Sort) => void
  onChange: (post: TerritoryPost) => void
}

const page = 100

/** The posts, a hundred at a time. */
export function PostsTable({ posts, all, today, sort, onSort, onChange }: PostsTableProps) {
  const [shown, setShown] = useState(page)
  if (all === 0) {
    return (
      <EmptyState icon="building" title="Aucun poste n’est encore attribué.">
        Attribuez-en un, ou importez la liste que vous tenez déjà.
      </EmptyState>
    )
  }
  if (posts.length === 0) {
    return (
      <EmptyState icon="filter" title="Aucun poste ne correspond à ces filtres.">
        Élargissez-les pour en voir d’autres.
      </EmptyState>
    )
  }
  return (
    <Stack>
      <DataTable
        caption={`${counted(posts.length, 'poste', 'postes')}${posts.length < all ? ` sur ${all}` : ''}`}
        columns={columnsOf(today, onChange)}
        rows={posts.slice(0, shown)}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={onSort}
      />
      {shown < posts.length && (
        <div data-print="hide">
          <Button onClick={() => setShown(shown + page)}>
            Afficher {Math.min(page, posts.length - shown)} postes de plus
          </Button>
        </div>
      )}
    </Stack>
  )
}

function columnsOf(today: CalendarDay, onChange: (post: TerritoryPost) => void): Column<TerritoryPost>[] {
  return [
    {
      key: 'structure',
      head: 'Structure',
      sortable: true,
      cell: ({ structureId, structureName }) => (
        <Link href={stateCommitmentsAddress(structureId)}>
          {structureName}
          <VisuallyHidden>, état des engagements</VisuallyHidden>
        </Link>
      ),
    },
    { key: 'reference', head: 'Poste', sortable: true, cell: ({ reference }) => reference },
    {
      key: 'state',
      head: 'État',
      onCard: 'shown',
      cell: (post) => (
        <>
          <StatusWord tone={toneOf(post, today)}>{stateWords[post.state]}</StatusWord>
          <PostMoves {...{ post, today }} />
        </>
      ),
    },
    {
      key: 'since',
      head: 'Depuis',
      sortable: true,
      onCard: 'shown',
      cell: (post) => sinceWords(post, today),
    },
    {
      key: 'contract',
      head: 'Fin de contrat',
      sortable: true,
      cell: (post) => contractWords(post),
    },
    {
      key: 'convention',
      head: 'Fin de convention',
      sortable: true,
      cell: ({ conventionEnds }) => (conventionEnds ? formatDayInFigures(conventionEnds) : '–'),
    },
    {
      key: 'change',
      head: 'Gérer',
      onCard: 'shown',
      cell: (post) =>
        post.state === 'returned' ? (
          '–'
        ) : (
          <Button variant="quiet" icon="pencil" iconOnly onClick={() => onChange(post)}>
            Modifier le poste {post.reference}
          </Button>
        ),
    },
  ]
}

function toneOf({ state, since }: TerritoryPost, today: CalendarDay): StatusTone {
  switch (state) {
    case 'occupied':
      return 'good'
    case 'vacant':
      return monthsBetween(since, today) >= 3 ? 'bad' : 'warn'
    case 'returned':
    case 'not-yet':
      return 'soft'
  }
}

function sinceWords({ state, since }: TerritoryPost, today: CalendarDay): string {
  const day = formatDayInFigures(since)
  return state === 'vacant' ? `${day} (${lastingWords(since, today)})` : day
}

function contractWords({ state, contractEnds, awaitsAcceptance }: TerritoryPost): string {
  if (awaitsAcceptance) return 'Signé, pas encore accepté'
  if (contractEnds) return formatDayInFigures(contractEnds)
  return state === 'occupied' ? 'Sans terme' : '–'
}
