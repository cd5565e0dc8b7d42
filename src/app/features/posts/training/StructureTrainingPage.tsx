import { useMemo, useState } from 'react'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import { hasContractOn } from '../../../../domain/access/has-contract-on.ts'
import type { StructureTraining, TrainedPerson } from '../../../../domain/access/training-on-the-wire.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { fetchStructureTraining } from '../../../data/training.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { StructureAnswerPage } from '../StructureAnswerPage.tsx'
import { EntrustForm } from './EntrustForm.tsx'
import { TakeUpForm } from './TakeUpForm.tsx'
import { TrainedSection } from './TrainedSection.tsx'

/** Training and exams of a structure's advisors: the calendar, who was there, passed or not; acknowledged here. */
export function StructureTrainingPage({ membership }: { membership: Membership }) {
  return (
    <StructureAnswerPage
      title="Formation"
      membership={membership}
      question={membership.structureId}
      fetch={fetchStructureTraining}
    >
      {(answer, reload) => <Shown {...{ membership, answer }} onChanged={reload} />}
    </StructureAnswerPage>
  )
}

interface ShownProps {
  membership: Membership
  answer: StructureTraining
  onChanged: () => void
}

function Shown({ membership: { structureId, role }, answer, onChanged }: ShownProps) {
  const today = useToday()
  const sayDone = useSayDone()
  const [opened, setOpened] = useState<{ form: 'entrust' | 'take-up'; person: TrainedPerson }>()
  const advisors = useMemo(
    () => answer.people.filter((one) => one.role === 'advisor' && hasContractOn(one, today)),
    [answer, today],
  )
  const done = (text: string) => {
    setOpened(undefined)
    sayDone({ text })
    onChanged()
  }
  const form = { structureId, onDone: done, onClose: () => setOpened(undefined) }
  return (
    <>
      {advisors.length === 0 && <EmptyState icon="people" title="Personne n’est en poste." />}
      {advisors.length > 0 && (
        <p>
          L’organisme de formation note le test, le calendrier, les présences et les examens.{' '}
          {role === 'responsable'
            ? 'Vous lui confiez chaque personne, et vous prenez connaissance de son calendrier.'
            : 'Une personne responsable en prend connaissance ici.'}
        </p>
      )}
      {advisors.map((person) => (
        <TrainedSection
          key={person.scope}
          {...{ structureId, person, answer, today }}
          onOpen={role === 'responsable' ? (one) => setOpened({ form: one, person }) : undefined}
          onDone={done}
        />
      ))}
      {opened?.form === 'entrust' && <EntrustForm {...form} person={opened.person} bodies={answer.bodies} />}
      {opened?.form === 'take-up' && <TakeUpForm {...form} person={opened.person} today={today} />}
    </>
  )
}
