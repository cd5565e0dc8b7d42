import { useMemo, type ReactNode } from 'react'
import { useSearch } from 'wouter'
import type { LinkOwner } from '../../../../domain/access/public-link.ts'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import { structureBilanKey } from '../../../data/bilan.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { structureBilanAddress } from '../bilan/bilan-address.ts'
import { structureBilan, structureModels, type BilanModel } from '../bilan/bilan-models.ts'
import { bilanQuestion } from '../bilan/bilan-question.ts'
import { daysAsked, questionOfQuery } from '../figures-question.ts'
import { PublishDesk } from '../public-link/PublishDesk.tsx'

export interface StructurePublishPageProps {
  membership: Membership
  /** As the address says it; the first model where it says none. */
  modelName: string | undefined
  /** Shown where there is no such model, or where one only reads. */
  notFound: ReactNode
}

/** A structure’s bilan, opened to the public by who answers for it. */
export function StructurePublishPage({ membership, modelName, notFound }: StructurePublishPageProps) {
  const model = structureModels.find(({ name }) => name === (modelName ?? structureBilan.name))
  if (!model || membership.role !== 'responsable') return notFound
  return <StructurePublish membership={membership} model={model} />
}

function StructurePublish({ membership, model }: { membership: Membership; model: BilanModel }) {
  const { structureId } = membership
  const today = useToday()
  const search = useSearch()
  const owner = useMemo((): LinkOwner => ({ kind: 'structure', id: structureId }), [structureId])
  const asked = useMemo(
    () => daysAsked(bilanQuestion(model, questionOfQuery(search), today), today).period,
    [model, search, today],
  )
  return (
    <PublishDesk
      back={{ href: structureBilanAddress(structureId, model.name, search), label: 'Bilan' }}
      owner={owner}
      model={model}
      choicesOf={structureBilanKey(structureId, model.name)}
      asked={asked}
      today={today}
    />
  )
}
