import { useMemo, type ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { GroupFigures } from '../../../../domain/access/group-figures.ts'
import { structureFiguresAddress } from '../../../later-addresses.ts'
import { structureBilanKey } from '../../../data/bilan.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { structureBilanAddress } from '../bilan/bilan-address.ts'
import {
  structureBilan,
  structureModels,
  type BilanModel,
  type BilanModelName,
} from '../bilan/bilan-models.ts'
import { bilanQuestion } from '../bilan/bilan-question.ts'
import { BilanDesk } from '../bilan/BilanDesk.tsx'
import { CountingState } from '../CountingState.tsx'
import { daysAsked } from '../figures-question.ts'
import { structureLinkAddress, withQuery } from '../public-link/public-link-address.ts'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { advisorsCounted, askedIn, namesIn } from './answered-figures.ts'
import { countedGroup } from './counted-group.ts'

export interface StructureBilanPageProps {
  membership: Membership
  /** As the address says it; the first model where it says none. */
  modelName: string | undefined
  /** Shown where there is no such model. */
  notFound: ReactNode
}

const models = structureModels.map(({ name, label }) => ({ value: name, label }))

/** A structure’s bilan, or its yearly report. */
export function StructureBilanPage({ membership, modelName, notFound }: StructureBilanPageProps) {
  const model = structureModels.find(({ name }) => name === (modelName ?? structureBilan.name))
  return model ? <StructureBilan membership={membership} model={model} /> : notFound
}

interface StructureBilanProps {
  membership: Membership
  model: BilanModel
}

/** The same page as an advisor’s, of the figures that the structure may read: those kept here where there is no network. */
function StructureBilan({ membership, model }: StructureBilanProps) {
  const { structureId, structureName, role } = membership
  const today = useToday()
  const search = useSearch()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useFiguresQuestion()
  const question = useMemo(() => bilanQuestion(model, chosen, today), [model, chosen, today])
  const days = useMemo(() => daysAsked(question, today), [question, today])
  const view = useServerAnswer(
    useMemo(
      () => ({ group: { kind: 'structure' as const, id: structureId }, ...days, advisor: undefined }),
      [structureId, days],
    ),
    countedGroup,
  )
  const { answer: figures } = view
  const figuresAddress = structureFiguresAddress(structureId)
  const onModel = (name: BilanModelName) =>
    navigate(structureBilanAddress(structureId, name, search), { replace: true, state: history.state })
  return (
    <BilanDesk
      back={{ href: search === '' ? figuresAddress : `${figuresAddress}?${search}`, label: 'Chiffres' }}
      model={model}
      modelField={<ChipRadioGroup label="Modèle" options={models} value={model.name} onChange={onModel} />}
      choicesOf={structureBilanKey(structureId, model.name)}
      subject={{
        whose: structureName,
        advisors: figures ? advisorsCounted(figures) : [],
        source: figures ? sourceOf(figures) : '',
      }}
      question={question}
      period={days.period}
      today={today}
      publish={
        role === 'responsable' ? withQuery(structureLinkAddress(structureId, model.name), search) : undefined
      }
      onWhen={(when) => setChosen({ ...chosen, when, step: undefined })}
      asked={useMemo(() => figures && askedIn(figures, question), [figures, question])}
      names={useMemo(() => namesIn(figures), [figures])}
      state={<CountingState view={view} />}
    />
  )
}

/** A page that is made without network has figures of an earlier day: it says which. */
function sourceOf({ countedAt }: GroupFigures): string {
  return `Source\u00A0: les comptes rendus envoyés par les conseillers et conseillères de la structure, pour les jours de leur contrat, comptés ${formatInstant(Date.parse(countedAt))}.`
}
