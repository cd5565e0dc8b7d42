import type { StructureAnomaly } from '../../../../domain/access/month-anomalies.ts'
import type { PermittedActivity } from '../../../../domain/access/permitted-activity.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { formatDurationIfAny } from '../../../ui/format/duration.ts'
import { counted, formatNumber } from '../../../ui/format/number.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { activityTitle, kindOfActivity, placeOfActivity } from '../activity-lines.ts'
import styles from './check-month.module.css'

/** The reports that a finding is about, side by side, by what an employer may read of them. */
export function Evidence({
  anomaly: { evidence, evidenceCount, advisorName, sentence },
}: {
  anomaly: StructureAnomaly
}) {
  const left = evidenceCount - evidence.length
  return (
    <>
      {evidence.length > 0 && (
        <DataTable
          caption={
            <>
              Comptes rendus concernés
              <VisuallyHidden>
                , {advisorName}&nbsp;: {sentence}
              </VisuallyHidden>
            </>
          }
          columns={columns.filter(({ isShown }) => evidence.some(isShown))}
          rows={evidence}
          rowKey={({ id }) => id}
        />
      )}
      {left > 0 && (
        <p className={styles.left}>
          {evidence.length > 0
            ? `Et ${counted(left, 'autre compte rendu', 'autres comptes rendus')}.`
            : `${counted(left, 'compte rendu', 'comptes rendus')}, sans détail\u00A0: ce jour n’est dans aucun contrat avec votre structure.`}
        </p>
      )}
    </>
  )
}

interface EvidenceColumn extends Column<PermittedActivity> {
  /** Whether it says something of a report: a column that says nothing isn't drawn. */
  isShown: (activity: PermittedActivity) => boolean
}

const columns: readonly EvidenceColumn[] = [
  { key: 'what', head: 'Activité', cell: activityTitle, isShown: () => true },
  { key: 'day', head: 'Date', cell: ({ date }) => formatDayInFigures(date), isShown: () => true },
  { key: 'kind', head: 'Type', cell: kindOfActivity, onCard: 'hidden', isShown: () => true },
  {
    key: 'place',
    head: 'Lieu',
    cell: (activity) => (activity.placeKind === '' ? '' : placeOfActivity(activity)),
    isShown: ({ placeKind }) => placeKind !== '',
  },
  {
    key: 'minutes',
    head: 'Durée',
    cell: ({ minutes }) => formatDurationIfAny(minutes),
    isShown: ({ minutes }) => minutes > 0,
  },
  {
    key: 'people',
    head: 'Participants',
    cell: ({ participants }) => (participants === null ? '' : formatNumber(participants)),
    isShown: ({ participants }) => participants !== null,
  },
  {
    key: 'filed',
    head: 'Déposé le',
    cell: ({ filedOn }) => (filedOn === null ? '' : formatDayInFigures(filedOn)),
    isShown: ({ filedOn }) => filedOn !== null,
  },
  {
    key: 'note',
    head: 'Note partagée',
    cell: ({ sharedNote }) => sharedNote ?? '',
    isShown: ({ sharedNote }) => sharedNote !== null,
  },
]
