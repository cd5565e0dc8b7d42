import type { LedTeam } from '../../../../domain/access/signed-in-person.ts'
import type { TeamPost, TeamPosts } from '../../../../domain/access/territory-posts.ts'
import { addresses } from '../../../addresses.ts'
import { fetchTeamPosts } from '../../../data/posts.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { counted } from '../../../ui/format/number.ts'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { PostsState } from '../PostsState.tsx'
import { useServerOnly } from '../server-only.ts'
import { stateWords } from '../state/post-words.ts'
import { StatusWord } from '../StatusWord.tsx'
import { OfLedTeam, type AskedTeam } from './OfLedTeam.tsx'

/** The posts of a team, for who coordinates it: names and days, and no other term of a contract. */
export function TeamPostsPage(asked: AskedTeam) {
  return (
    <OfLedTeam {...asked} withheld="Ses postes sont montrés aux personnes qui la coordonnent.">
      {(team) => <TeamBoard team={team} />}
    </OfLedTeam>
  )
}

function TeamBoard({ team: { teamId, teamName } }: { team: LedTeam }) {
  const { answer, phase, reload } = useServerOnly(teamId, fetchTeamPosts)
  return (
    <Page
      title="Postes de l’équipe"
      documentTitle={`Postes, ${teamName}`}
      lead={teamName}
      wide
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown answer={answer} />}
      </Stack>
    </Page>
  )
}

function Shown({ answer: { posts } }: { answer: TeamPosts }) {
  if (posts.length === 0)
    return <EmptyState icon="people" title="Aucun poste n’est encore connu pour cette équipe." />
  return (
    <DataTable
      caption={counted(posts.length, 'poste', 'postes')}
      columns={columns}
      rows={posts}
      rowKey={({ id }) => id}
    />
  )
}

const columns: readonly Column<TeamPost>[] = [
  { key: 'name', head: 'Qui', cell: ({ advisorName }) => advisorName ?? 'Personne de l’équipe' },
  { key: 'structure', head: 'Structure', onCard: 'shown', cell: ({ structureName }) => structureName },
  { key: 'reference', head: 'Poste', cell: ({ reference }) => reference },
  {
    key: 'state',
    head: 'État',
    onCard: 'shown',
    cell: ({ state }) => (
      <StatusWord tone={state === 'occupied' ? 'good' : state === 'vacant' ? 'warn' : 'soft'}>
        {stateWords[state]}
      </StatusWord>
    ),
  },
  { key: 'since', head: 'Depuis', cell: ({ since }) => formatDayInFigures(since) },
  {
    key: 'ends',
    head: 'Fin de contrat',
    onCard: 'shown',
    cell: ({ advisorName, contractEnds }) =>
      contractEnds ? formatDayInFigures(contractEnds) : advisorName ? 'Sans terme' : '–',
  },
]
