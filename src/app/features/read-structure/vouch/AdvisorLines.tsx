import type { SealLine } from '../../../../domain/seal/seal-content.ts'
import { figureInWords } from '../../../../domain/seal/words.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'

/** A line for each advisor, by name and never ranked. */
export function AdvisorLines({ lines }: { lines: readonly SealLine[] }) {
  if (lines.length === 0)
    return <EmptyState icon="people" title="Personne n’avait de contrat avec votre structure ce mois-ci." />
  return (
    <DataTable
      caption="Par conseiller, par conseillère"
      columns={columns}
      rows={lines}
      rowKey={({ advisor }) => advisor}
    />
  )
}

const columns: readonly Column<SealLine>[] = [
  { key: 'name', head: 'Nom', cell: ({ name }) => name },
  figure('activities', 'Activités'),
  figure('accompaniments', 'Accompagnements'),
  figure('minutes', 'Heures'),
  { ...figure('mission1', 'Mission 1'), onCard: 'hidden' },
  { ...figure('mission2', 'Mission 2'), onCard: 'hidden' },
  { ...figure('mission3', 'Mission 3'), onCard: 'hidden' },
]

function figure(name: keyof SealLine['figures'], head: string): Column<SealLine> {
  return { key: name, head, align: 'number', cell: ({ figures }) => figureInWords(name, figures[name]) }
}
