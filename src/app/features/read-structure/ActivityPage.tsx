import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { DocumentId, StructureId } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { activityLines, kindOfActivity } from './activity-lines.ts'
import { NotShown } from './NotShown.tsx'
import { ActivityQuestions } from './questions/ActivityQuestions.tsx'
import { ReadState } from './ReadState.tsx'
import styles from './read-structure.module.css'
import { useStructureActivities } from './use-structure-activities.ts'

export interface ActivityPageProps {
  structureId: StructureId
  id: DocumentId
  /** Undefined for whoever isn't a member: the server says so. */
  membership: Membership | undefined
}

/** One activity, as the employer may read it. */
export function ActivityPage({ structureId, id, membership }: ActivityPageProps) {
  const { items, phase, readAt } = useStructureActivities(structureId)
  const activity = items.find((candidate) => candidate.id === id)
  return (
    <Page
      title={activity ? kindOfActivity(activity) : 'Activité'}
      back={{ href: structureAddress(structureId), label: 'Retour aux activités' }}
    >
      <Stack>
        <ReadState phase={phase} readAt={readAt} isEmpty={!activity} />
        {activity && (
          <dl className={styles.fields}>
            {activityLines(activity).map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {!activity && phase === 'read' && (
          <EmptyState icon="search" title="Cette activité n’est pas parmi les plus récentes.">
            Retrouvez-la depuis la liste des activités.
          </EmptyState>
        )}
        {membership && <ActivityQuestions {...{ membership, activity }} report={id} />}
        <NotShown />
      </Stack>
    </Page>
  )
}
