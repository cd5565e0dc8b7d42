import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { holds } from '../../../../domain/commitments/post-life.ts'
import type { ScopeId, StructureId } from '../../../../domain/ids.ts'
import { fetchStructurePosts } from '../../../data/posts.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { recruitmentAddress } from '../../../later-addresses.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { ToBringBack } from '../kit/ToBringBack.tsx'
import { PostsState } from '../PostsState.tsx'
import { useServerOnly } from '../server-only.ts'
import { DepartureForm } from './DepartureForm.tsx'
import { nameOf, readPost, type ReadPost } from './read-post.ts'
import { SaidDeparture } from './SaidDeparture.tsx'
import { ofPerson } from '../of-person.ts'
import { WithdrawFact } from './WithdrawFact.tsx'

export interface DeparturePageProps {
  membership: Membership
  scope: ScopeId
}

/** Somebody leaves: the day, the reason, what still waits on their devices, and what follows. */
export function DeparturePage({ membership, scope }: DeparturePageProps) {
  const { structureId, structureName, role } = membership
  const { answer, phase, reload } = useServerOnly(structureId, fetchStructurePosts)
  const today = useToday()
  const name = answer ? nameOf(scope, answer) : undefined
  return (
    <Page
      title={name ? `Départ ${ofPerson(name)}` : 'Départ'}
      lead={structureName}
      back={{ href: recruitmentAddress(structureId) }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && role !== 'responsable' && (
          <EmptyState icon="lock" title="Seule une personne responsable enregistre un départ." />
        )}
        {answer && role === 'responsable' && (
          <Flow {...{ answer, scope, structureId, today }} onChanged={reload} />
        )}
        {answer && role === 'responsable' && name && <ToBringBack {...{ structureId, scope, today }} />}
      </Stack>
    </Page>
  )
}

interface FlowProps {
  answer: StructurePosts
  scope: ScopeId
  structureId: StructureId
  today: CalendarDay
  onChanged: () => void
}

function Flow({ answer, scope, structureId, today, onChanged }: FlowProps) {
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const [isUndoing, setUndoing] = useState(false)
  const post = postOf(answer, { scope, structureId, today })
  const person = answer.people.find((one) => one.scope === scope)
  if (!post || !person) {
    return (
      <EmptyState icon="person" title="Cette personne n’occupe aucun poste de la structure.">
        Si elle y travaille, rattachez-la d’abord à un poste, dans «&nbsp;Postes et recrutement&nbsp;».
      </EmptyState>
    )
  }
  const departure = post.life.departures.findLast((one) => one.scope === scope && one.day >= today)
  const done = (words: string) => {
    sayDone({ text: words })
    navigate(recruitmentAddress(structureId))
  }
  if (departure) {
    return (
      <>
        <SaidDeparture {...{ departure, person, today }} onUndo={() => setUndoing(true)} />
        {isUndoing && (
          <WithdrawFact
            {...{ post, structureId, answer, today }}
            fact={departure}
            onDone={() => {
              setUndoing(false)
              sayDone({ text: 'Départ annulé. Les contrats sont comme avant.' })
              onChanged()
            }}
            onClose={() => setUndoing(false)}
          />
        )}
      </>
    )
  }
  return <DepartureForm {...{ post, person, structureId, today }} onDone={done} />
}

/** The post that somebody occupies today, or will; what they left stays readable on its own page. */
function postOf(
  answer: StructurePosts,
  { scope, structureId, today }: Pick<FlowProps, 'scope' | 'structureId' | 'today'>,
): ReadPost | undefined {
  return answer.posts
    .map((post) => readPost(post, structureId, today))
    .find(({ life }) =>
      life.fillings.some((one) => one.scope === scope && (holds(one, today) || one.from > today)),
    )
}
