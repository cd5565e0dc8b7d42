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
import { useStructureReport } from './report/use-structure-report.ts'

export interface ActivityPageProps {
  structureId: StructureId
  id: DocumentId
  /** Undefined for whoever isn't a member: the server says so. */
  membership: Membership | undefined
}

/** One activity, as the employer may read it. */
export function ActivityPage({ structureId, id, membership }: ActivityPageProps) {
  const { answer, phase } = useStructureReport(structureId, id)
  const read = answer?.said ?? undefined
  const activity = read?.activity
  return (
    <Page
      title={activity ? kindOfActivity(activity) : 'Activité'}
      back={{ href: structureAddress(structureId), label: 'Retour aux activités' }}
    >
      <Stack>
        <ReadState phase={phase} readAt={answer?.said ? answer.readAt : null} isEmpty={!activity} />
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
          <EmptyState
            icon="search"
            title="Cette activité n’est pas, ou plus, parmi celles que vous pouvez lire."
          >
            Elle a pu être supprimée, ou datée d’un autre jour.
          </EmptyState>
        )}
        {membership && <ActivityQuestions {...{ membership, read }} report={id} />}
        <NotShown />
      </Stack>
    </Page>
  )
}
