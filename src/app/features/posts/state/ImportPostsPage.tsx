import { useState } from 'react'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import {
  likelyPostLayout,
  neededPostColumns,
  postColumnNames,
  postColumns,
  type PostLayout,
} from '../../../../domain/commitments/post-file.ts'
import { openFile } from '../../../data/files/open-file.ts'
import type { Table } from '../../../data/files/table.ts'
import { fetchTerritoryPosts } from '../../../data/posts.ts'
import { statePostsAddress } from '../../../later-addresses.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { PostsState } from '../PostsState.tsx'
import { useServerOnly } from '../server-only.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { MatchFileColumns } from '../MatchFileColumns.tsx'

/** Brings in a list of posts: the file, what its columns are, then line by line what would come. */
export function ImportPostsPage({ remit }: { remit: SignedInPerson['state'] }) {
  return (
    <Page
      title="Importer une liste de postes"
      lead="Rien n’est enregistré avant que vous n’ayez vu, ligne par ligne, ce qui viendra."
      back={{ href: statePostsAddress }}
    >
      {remit ? (
        <Known department={remit.department} />
      ) : (
        <EmptyState icon="lock" title="Vous n’avez pas accès à cette page." />
      )}
    </Page>
  )
}

function Known({ department }: { department: string | null }) {
  const { answer, phase, reload } = useServerOnly(department, fetchTerritoryPosts)
  return (
    <Stack gap="section">
      <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
      {answer && <Steps known={answer.posts} department={department} />}
    </Stack>
  )
}

const unreadable =
  'Ce fichier ne peut pas être lu. Enregistrez-le en classeur (.xlsx) ou en CSV, avec une ligne de titres et 50 000 lignes au plus.'

function Steps({ known, department }: { known: readonly TerritoryPost[]; department: string | null }) {
  const [table, setTable] = useState<Table>()
  const [layout, setLayout] = useState<PostLayout>()
  const [error, setError] = useState<string>()
  const choose = async (file: File) => {
    const read = await openFile(file, new AbortController().signal).catch(() => undefined)
    if (!read?.ok || !('table' in read)) return setError(unreadable)
    setError(undefined)
    setTable(read.table)
  }
  if (!table) {
    return (
      <FileField
        label="Liste des postes"
        hint={
          'Classeur (.xlsx) ou CSV, une ligne par poste\u00A0: numéro, SIRET, jour de la notification, et au besoin le nom, la commune et la convention. Importée deux fois, une liste ne double rien.'
        }
        accept=".csv,.txt,.xlsx,text/csv"
        error={error}
        onChoose={(file) => void choose(file)}
      />
    )
  }
  if (!layout) {
    return (
      <MatchFileColumns
        table={table}
        columns={postColumns}
        names={postColumnNames}
        needed={neededPostColumns}
        initial={likelyPostLayout(table.heads)}
        onMatched={setLayout}
        onCancel={() => setTable(undefined)}
      />
    )
  }
  return <ImportPreview {...{ table, layout, known, department }} onBack={() => setLayout(undefined)} />
}
