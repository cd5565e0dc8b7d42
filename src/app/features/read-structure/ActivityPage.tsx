import { useMemo } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { DocumentId, StructureId } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'
import { useForgetForbidden } from '../../data/react/use-forget-forbidden.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import {
  fetchStructureActivity,
  readKeptActivity,
  type ActivityAsked,
} from '../../data/structure-activities.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { activityLines, kindOfActivity } from './activity-lines.ts'
import { NotShown } from './NotShown.tsx'
import { ActivityQuestions } from './questions/ActivityQuestions.tsx'
import { ReadState } from './ReadState.tsx'
import styles from './read-structure.module.css'

export interface ActivityPageProps {
  structureId: StructureId
  id: DocumentId
  /** Undefined for whoever isn't a member: the server says so. */
  membership: Membership | undefined
}

/** One activity, as the employer may read it. */
export function ActivityPage({ structureId, id, membership }: ActivityPageProps) {
  const asked = useMemo(() => ({ structureId, id }), [structureId, id])
  const { answer, phase } = useServerAnswer(asked, oneActivity)
  useForgetForbidden(structureId, phase === 'forbidden')
  const activity = answer?.activity?.id === id ? answer.activity : undefined
  const readAt = answer?.readAt ?? null
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
          <EmptyState
            icon="search"
            title="Cette activité n’est pas, ou plus, parmi celles que vous pouvez lire."
          >
            Elle a pu être supprimée, ou datée d’un autre jour.
          </EmptyState>
        )}
        {membership && <ActivityQuestions {...{ membership, activity }} report={id} />}
        <NotShown />
      </Stack>
    </Page>
  )
}

const oneActivity = {
  fetch: (asked: ActivityAsked) => fetchStructureActivity(asked),
  // It is kept with the list that it is in.
  keep: () => Promise.resolve(),
  readKept: readKeptActivity,
}
