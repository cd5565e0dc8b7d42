import { Link } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureThread } from '../../../../domain/access/structure-questions.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { inReadingOrder, openQuestions } from '../../../../domain/report-message/thread.ts'
import { structureAddress } from '../../../addresses.ts'
import { structureActivityAddress } from '../../../later-addresses.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { relativeDay } from '../../../ui/format/relative-day.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { ReadState } from '../ReadState.tsx'
import { useQuestions } from './use-questions.ts'

/** Every question of a structure: those that wait for an answer first. */
export function QuestionsPage({ membership }: { membership: Membership }) {
  const { structureId, structureName } = membership
  const { threads, phase } = useQuestions(structureId)
  const today = useToday()
  const waiting = threads?.filter(({ messages }) => openQuestions(messages).length > 0) ?? []
  const settled = threads?.filter(({ messages }) => openQuestions(messages).length === 0) ?? []
  const rows = { membership, today }
  return (
    <Page
      title="Questions"
      documentTitle={`Questions, ${structureName}`}
      lead="Ce que vous avez demandé sur des comptes rendus. Ouvrez un compte rendu pour poser une question."
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        {phase !== 'asking' && <ReadState phase={phase} readAt={null} isEmpty={!threads} />}
        {threads?.length === 0 && <EmptyState icon="search" title="Aucune question pour le moment." />}
        {waiting.length > 0 && <Threads title="Réponse attendue" threads={waiting} {...rows} />}
        {settled.length > 0 && <Threads title="Réglées" threads={settled} {...rows} />}
      </Stack>
    </Page>
  )
}

interface ThreadsProps {
  title: string
  threads: readonly StructureThread[]
  membership: Membership
  today: CalendarDay
}

function Threads({ title, threads, membership: { structureId }, today }: ThreadsProps) {
  return (
    <section>
      <h2>{title}</h2>
      <List label={title}>
        {threads.map((thread) => (
          <Link
            key={`${thread.advisorId} ${thread.report}`}
            href={structureActivityAddress(structureId, thread.report)}
            asChild
          >
            <ListRow
              title={`${thread.advisorName}, ${relativeDay(thread.day, today).toLowerCase()}`}
              detail={[lastWords(thread), thread.isDeleted && 'compte rendu supprimé']
                .filter(Boolean)
                .join(' · ')}
            />
          </Link>
        ))}
      </List>
    </section>
  )
}

function lastWords({ messages }: StructureThread): string {
  const last = inReadingOrder(messages).at(-1)
  return last?.text ?? 'Compte rendu corrigé.'
}
