import { useMemo } from 'react'
import { useSearch } from 'wouter'
import { addresses } from '../../../addresses.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { bilanModel } from '../bilan/bilan-models.ts'
import { bilanQuestion } from '../bilan/bilan-question.ts'
import { daysAsked, questionOfQuery } from '../figures-question.ts'
import { withQuery } from './public-link-address.ts'
import { PublishDesk } from './PublishDesk.tsx'

const owner = { kind: 'advisor' } as const

/** An advisor’s own bilan, opened to the public. */
export function PublishPage() {
  const today = useToday()
  const search = useSearch()
  const asked = useMemo(
    () => daysAsked(bilanQuestion(bilanModel, questionOfQuery(search), today), today).period,
    [search, today],
  )
  return (
    <PublishDesk
      back={{ href: withQuery(addresses.bilan, search), label: 'Bilan' }}
      owner={owner}
      model={bilanModel}
      choicesOf="bilan"
      asked={asked}
      today={today}
    />
  )
}
