import { useState } from 'react'
import { Link } from 'wouter'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import type { TerritoryPost, TerritoryPosts } from '../../../../domain/access/territory-posts.ts'
import { departmentName, isDepartmentCode } from '../../../../domain/territory/departments.ts'
import { addresses } from '../../../addresses.ts'
import { fetchTerritoryPosts } from '../../../data/posts.ts'
import { importPostsAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { downloadFile } from '../../../ui/download-file.ts'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { PostsState } from '../PostsState.tsx'
import { useServerOnly } from '../server-only.ts'
import { AttributePost } from './AttributePost.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardTotals } from './BoardTotals.tsx'
import { ChangePost } from './ChangePost.tsx'
import { NotForState } from './NotForState.tsx'
import { filteredPosts, noFilters, sortedPosts } from './post-filters.ts'
import { PostsTable } from './PostsTable.tsx'
import { postsFile } from './posts-file.ts'

/** Posts of the nation or of one department, for who follows them at the State. */
export function StatePostsPage({ remit }: { remit: SignedInPerson['state'] }) {
  return remit ? <Board department={remit.department} /> : <NotForState title="Postes" />
}

function Board({ department }: { department: string | null }) {
  const { answer, phase, reload } = useServerOnly(department, fetchTerritoryPosts)
  const territory =
    department !== null && isDepartmentCode(department)
      ? `${departmentName(department)} (${department})`
      : 'France entière'
  return (
    <Page
      title="Postes"
      documentTitle={`Postes, ${territory}`}
      lead={`${territory}. Occupés, vacants, rendus, et ce qui se termine bientôt.`}
      wide
      back={{ href: addresses.home }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown {...{ department, answer }} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

interface ShownProps {
  department: string | null
  answer: TerritoryPosts
  onChanged: () => void
}

function Shown({ department, answer: { posts, today }, onChanged }: ShownProps) {
  const sayDone = useSayDone()
  const [filters, setFilters] = useState(noFilters)
  const [sort, setSort] = useState({ key: 'reference', direction: 'ascending' as 'ascending' | 'descending' })
  const [opened, setOpened] = useState<'new' | TerritoryPost>()
  const shown = sortedPosts(filteredPosts(posts, filters, today), sort)
  const done = (words: string) => {
    setOpened(undefined)
    sayDone({ text: words })
    onChanged()
  }
  return (
    <>
      <div data-print="hide">
        <Row>
          <Button variant="primary" icon="plus" onClick={() => setOpened('new')}>
            Attribuer un poste
          </Button>
          <Link href={importPostsAddress} asChild>
            <ButtonLink icon="list">Importer une liste</ButtonLink>
          </Link>
          {shown.length > 0 && (
            <Button
              icon="download"
              onClick={() => downloadFile(`postes-${today}.csv`, postsFile(shown, today))}
            >
              Télécharger (CSV)
            </Button>
          )}
        </Row>
      </div>
      <BoardTotals
        posts={filteredPosts(posts, { ...noFilters, department: filters.department }, today)}
        today={today}
      />
      <BoardFilters {...{ posts, filters, isNational: department === null }} onChange={setFilters} />
      <PostsTable
        {...{ posts: shown, all: posts.length, today, sort }}
        onSort={setSort}
        onChange={setOpened}
      />
      {opened === 'new' && (
        <AttributePost
          {...{ department, today }}
          onDone={(reference) => done(`Poste ${reference} attribué.`)}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened && opened !== 'new' && (
        <ChangePost {...{ post: opened, today }} onDone={done} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
