import { useState } from 'react'
import { Link } from 'wouter'
import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import type { PostLayout } from '../../../../domain/commitments/post-file.ts'
import type { ImportedAnswer } from '../../../../domain/commitments/said-post-fact.ts'
import type { Problem } from '../../../../domain/problem.ts'
import type { Table } from '../../../data/files/table.ts'
import { importPosts } from '../../../data/posts.ts'
import { statePostsAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { counted } from '../../../ui/format/number.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { Status } from '../../../ui/Status.tsx'
import { NotSaid } from '../NotSaid.tsx'
import { planPosts, type PlannedPost } from './import-plan.ts'

export interface ImportPreviewProps {
  table: Table
  layout: PostLayout
  known: readonly TerritoryPost[]
  department: string | null
  onBack: () => void
}

/** Line by line what would come; then what has. */
export function ImportPreview({ table, layout, known, department, onBack }: ImportPreviewProps) {
  const [plan] = useState(() => planPosts(table, layout, { known, own: department }))
  const [done, setDone] = useState<ImportedAnswer['lines']>([])
  const [state, setState] = useState<'asked' | 'running' | 'over'>('asked')
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const fresh = plan.flatMap((line) => (line.fate === 'new' ? [line.post] : []))
  const bringIn = async () => {
    setState('running')
    setRefused(undefined)
    setDone([])
    const outcome = await importPosts(department, fresh, (lines) =>
      setDone((before) => [...before, ...lines]),
    )
    setState(outcome.ok ? 'over' : 'asked')
    if (!outcome.ok) setRefused({ problem: outcome.problem })
  }
  const count = (fate: PlannedPost['fate']) => plan.filter((line) => line.fate === fate).length
  return (
    <Stack gap="section">
      {state === 'over' ? (
        <Imported lines={done} />
      ) : (
        <>
          {refused && <NotSaid problem={refused.problem} />}
          <p>
            {counted(count('new'), 'poste viendra', 'postes viendront')},{' '}
            {counted(count('known'), 'est déjà là', 'sont déjà là')},{' '}
            {counted(count('refused'), 'ligne est à corriger', 'lignes sont à corriger')}.
          </p>
          <Row>
            <Button
              variant="primary"
              disabled={fresh.length === 0 || state === 'running'}
              onClick={() => void bringIn()}
            >
              Importer {counted(fresh.length, 'poste', 'postes')}
            </Button>
            <Button disabled={state === 'running'} onClick={onBack}>
              Revoir les colonnes
            </Button>
          </Row>
          <Status>{state === 'running' && `${done.length} sur ${fresh.length}…`}</Status>
        </>
      )}
      <Lines plan={plan} done={done} />
    </Stack>
  )
}

function Imported({ lines }: { lines: ImportedAnswer['lines'] }) {
  const added = lines.filter(({ outcome }) => outcome === 'added').length
  const refused = lines.filter(({ outcome }) => outcome === 'refused').length
  return (
    <Notice
      tone={refused > 0 ? 'warn' : 'good'}
      title={`${counted(added, 'poste importé', 'postes importés')}.`}
      actions={
        <Link href={statePostsAddress} asChild>
          <ButtonLink>Voir les postes</ButtonLink>
        </Link>
      }
    >
      {refused > 0 &&
        `${counted(refused, 'ligne a été refusée', 'lignes ont été refusées')} par le serveur\u00A0: la raison est écrite dans la liste.`}
    </Notice>
  )
}

const page = 200

function Lines({ plan, done }: { plan: readonly PlannedPost[]; done: ImportedAnswer['lines'] }) {
  const [shown, setShown] = useState(page)
  // What is to be corrected first: the rest needs nobody.
  const sorted = [...plan].sort((a, b) => rank(a) - rank(b) || a.n - b.n)
  const outcomes = new Map(done.map((line) => [line.id, line]))
  const columns: Column<PlannedPost>[] = [
    { key: 'n', head: 'Ligne', cell: ({ n }) => n },
    { key: 'post', head: 'Poste', onCard: 'shown', cell: postWords },
    { key: 'fate', head: 'Ce qu’il en est', onCard: 'shown', cell: (line) => fateWords(line, outcomes) },
  ]
  return (
    <Stack>
      <DataTable
        caption={counted(plan.length, 'ligne', 'lignes')}
        columns={columns}
        rows={sorted.slice(0, shown)}
        rowKey={({ n }) => String(n)}
      />
      {shown < plan.length && (
        <div>
          <Button onClick={() => setShown(shown + page)}>Afficher plus de lignes</Button>
        </div>
      )}
    </Stack>
  )
}

function rank({ fate }: PlannedPost): number {
  return ['refused', 'new', 'known'].indexOf(fate)
}

function postWords(line: PlannedPost): string {
  switch (line.fate) {
    case 'new': {
      const { reference, holder } = line.post
      return [reference, holder.name, holder.siret].filter(Boolean).join(', ')
    }
    case 'known':
      return line.reference
    case 'refused':
      return '–'
  }
}

function fateWords(
  line: PlannedPost,
  outcomes: ReadonlyMap<string, ImportedAnswer['lines'][number]>,
): string {
  switch (line.fate) {
    case 'new': {
      const done = outcomes.get(line.post.id)
      if (!done) return 'Nouveau'
      return done.outcome === 'refused' ? `Refusé\u00A0: ${done.because ?? ''}` : 'Importé'
    }
    case 'known':
      return 'Déjà là, ou deux fois dans la liste'
    case 'refused':
      return `À corriger\u00A0: ${line.because}`
  }
}
