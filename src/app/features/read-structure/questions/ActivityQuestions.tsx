import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureMessage, StructureThread } from '../../../../domain/access/structure-questions.ts'
import type { PermittedActivity } from '../../../../domain/access/permitted-activity.ts'
import type { DocumentId } from '../../../../domain/ids.ts'
import { inReadingOrder, openQuestions } from '../../../../domain/report-message/thread.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import { MessageThread } from '../../../ui/MessageThread.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { ReadState } from '../ReadState.tsx'
import { AskForm } from './AskForm.tsx'
import { useQuestions } from './use-questions.ts'

export interface ActivityQuestionsProps {
  membership: Membership
  report: DocumentId
  /** Undefined where it is not among those that were read, or was deleted: what was said of it is shown all the same. */
  activity: PermittedActivity | undefined
}

/** What was asked about a report and answered; who is *responsable* asks. */
export function ActivityQuestions({ membership, report, activity }: ActivityQuestionsProps) {
  const { structureId, role } = membership
  const { threads, phase, reload } = useQuestions(structureId)
  const thread = threads?.find((each) => each.report === report && isOf(each, activity))
  const advisor = activity
    ? { id: activity.advisorId, name: activity.advisorName }
    : thread && { id: thread.advisorId, name: thread.advisorName }
  const mayAsk = role === 'responsable' && advisor && thread?.isDeleted !== true
  if (!thread && !mayAsk) return null
  return (
    <section aria-labelledby="questions" data-print="hide">
      <Stack>
        <h2 id="questions">Questions et réponses</h2>
        {phase !== 'read' && phase !== 'asking' && (
          <ReadState phase={phase} readAt={null} isEmpty={!threads} />
        )}
        {thread?.isDeleted && <p>Ce compte rendu a été supprimé. Ce qui en a été dit reste.</p>}
        {thread && <Thread thread={thread} />}
        {mayAsk && <AskForm {...{ structureId, report, advisor }} onAsked={reload} />}
      </Stack>
    </section>
  )
}

/** Reports of two advisors never have one id but by a mistake that must not show one’s thread under the other’s. */
function isOf({ advisorId }: StructureThread, activity: PermittedActivity | undefined): boolean {
  return activity === undefined || activity.advisorId === advisorId
}

function Thread({ thread: { messages } }: { thread: StructureThread }) {
  const open = openQuestions(messages)
  return (
    <>
      <MessageThread label="Questions et réponses" items={inReadingOrder(messages).map(itemOf)} />
      {open.length > 0 && <p>Une réponse est attendue.</p>}
    </>
  )
}

function itemOf({ id, kind, byName, isAdvisors, text, at }: StructureMessage) {
  return {
    id,
    who: byName,
    when: formatInstant(Date.parse(at)),
    text: kind === 'correction' ? 'Compte rendu corrigé.' : text,
    isOwn: !isAdvisors,
  }
}
