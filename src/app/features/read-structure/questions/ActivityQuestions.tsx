import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureReport } from '../../../../domain/access/structure-report.ts'
import type { StructureThread } from '../../../../domain/access/structure-questions.ts'
import type { DocumentId } from '../../../../domain/ids.ts'
import { openQuestions } from '../../../../domain/report-message/thread.ts'
import { MessageThread } from '../../../ui/MessageThread.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { ReadState } from '../ReadState.tsx'
import { columnItems } from '../report/column-items.tsx'
import { AskForm } from './AskForm.tsx'
import { useQuestions } from './use-questions.ts'

export interface ActivityQuestionsProps {
  membership: Membership
  report: DocumentId
  /** Undefined where it isn't read, or was deleted: what was said of it is shown all the same. */
  read: StructureReport | undefined
}

/** What was asked about a report and answered, what became of it and who read it; who is *responsable* asks. */
export function ActivityQuestions({ membership, report, read }: ActivityQuestionsProps) {
  const { structureId, role } = membership
  const { threads, phase, reload } = useQuestions(structureId)
  const thread = threads?.find((each) => each.report === report && isOf(each, read))
  const advisor = read
    ? { id: read.activity.advisorId, name: read.activity.advisorName }
    : thread && { id: thread.advisorId, name: thread.advisorName }
  const mayAsk = role === 'responsable' && advisor && thread?.isDeleted !== true
  const items = columnItems(thread?.messages ?? [], read)
  if (items.length === 0 && !mayAsk) return null
  return (
    <section aria-labelledby="questions" data-print="hide">
      <Stack>
        <h2 id="questions">Suivi</h2>
        {phase !== 'read' && phase !== 'asking' && (
          <ReadState phase={phase} readAt={null} isEmpty={!threads} />
        )}
        {thread?.isDeleted && <p>Ce compte rendu a été supprimé. Ce qui en a été dit reste.</p>}
        {items.length > 0 && <MessageThread label="Suivi de ce compte rendu" items={items} />}
        {thread && openQuestions(thread.messages).length > 0 && <p>Une réponse est attendue.</p>}
        {mayAsk && <AskForm {...{ structureId, report, advisor }} onAsked={reload} />}
      </Stack>
    </section>
  )
}

/** Reports of two advisors never have one id but by a mistake that must not show one’s thread under the other’s. */
function isOf({ advisorId }: StructureThread, read: StructureReport | undefined): boolean {
  return read === undefined || read.activity.advisorId === advisorId
}
