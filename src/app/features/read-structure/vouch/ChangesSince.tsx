import { Link } from 'wouter'
import type { MonthToVouch } from '../../../../domain/access/structure-months.ts'
import { countInWords, wholeDayInWords } from '../../../../domain/french-words.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { figureLabels, figureNames } from '../../../../domain/seal/figure-names.ts'
import type { MonthFigures } from '../../../../domain/seal/month-figures.ts'
import type { ReportChange } from '../../../../domain/seal/since-sealed.ts'
import { differenceInWords } from '../../../../domain/seal/words.ts'
import { reportKindLabels } from '../../../../domain/report/kinds.ts'
import { structureActivityAddress } from '../../../later-addresses.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import styles from './vouch.module.css'

/** What became of reports since the month was vouched for, and what that does to each figure. */
export function ChangesSince({ month: { changes, read } }: { month: MonthToVouch }) {
  const nameOf = (advisor: string) => read.lines.find((line) => line.advisor === advisor)?.name ?? ''
  const count = changes.reports.length + changes.left
  return (
    <section aria-labelledby="change-depuis">
      <Stack>
        <h2 id="change-depuis">Ce qui a changé depuis l’attestation</h2>
        <Notice tone="warn" title="Ce mois est à revoir." announce="never">
          {countInWords(count, 'compte rendu n’est plus ce qui', 'comptes rendus ne sont plus ce qui')} a été
          attesté. En tout&nbsp;: {effectInWords(changes.figures)}. L’attestation donnée reste gardée&nbsp;;
          vous pouvez attester le mois de nouveau.
        </Notice>
        {changes.reports.length > 0 && (
          <DataTable
            caption="Comptes rendus concernés"
            columns={columnsOf(read.structure.id, nameOf)}
            rows={changes.reports}
            rowKey={({ id, advisor }) => `${advisor} ${id}`}
          />
        )}
        {changes.left > 0 && (
          <p className={styles.soft}>
            Et {countInWords(changes.left, 'autre compte rendu', 'autres comptes rendus')}.
          </p>
        )}
      </Stack>
    </section>
  )
}

function columnsOf(
  structure: StructureId,
  nameOf: (advisor: string) => string,
): readonly Column<ReportChange>[] {
  return [
    {
      key: 'what',
      head: 'Compte rendu',
      cell: (change) => <ReportName structure={structure} change={change} />,
    },
    { key: 'advisor', head: 'Nom', cell: ({ advisor }) => nameOf(advisor) },
    { key: 'change', head: 'Depuis l’attestation', cell: ({ what }) => whatInWords[what] },
    { key: 'effect', head: 'Effet sur les chiffres', cell: ({ figures }) => effectInWords(figures) },
  ]
}

/** Opens the report, as long as the structure may see it. */
function ReportName({ structure, change }: { structure: StructureId; change: ReportChange }) {
  const { id, day, kind, what } = change
  const name = `${wholeDayInWords(day)}, ${kindInWords(kind)}`
  return what === 'gone' ? name : <Link href={structureActivityAddress(structure, id)}>{name}</Link>
}

const whatInWords: Readonly<Record<ReportChange['what'], string>> = {
  late: 'Arrivé après',
  changed: 'Modifié',
  gone: 'N’y est plus',
}

function effectInWords(figures: MonthFigures): string {
  const moved = figureNames.filter((name) => figures[name] !== 0)
  if (moved.length === 0) return 'aucun, seuls des mots ont changé'
  return moved
    .map((name) => `${figureLabels[name].toLowerCase()} ${differenceInWords(name, figures[name])}`)
    .join(', ')
}

function kindInWords(kind: string): string {
  const known = Object.entries(reportKindLabels).find(([code]) => code === kind)
  return (known?.[1] ?? 'Activité').toLowerCase()
}
