import { useMemo } from 'react'
import { useSearch } from 'wouter'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import { addresses } from '../../../addresses.ts'
import { useFacetNames } from '../../../data/react/use-facet-names.ts'
import { useFactBook } from '../../../data/react/use-fact-book.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { ownLinkAddress } from '../public-link/own-link-address.ts'
import { withQuery } from '../public-link/public-link-address.ts'
import { StillArriving } from '../StillArriving.tsx'
import { daysAsked } from '../figures-question.ts'
import { useFigures, useTotals } from '../use-figures.ts'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { bilanModel } from './bilan-models.ts'
import { bilanQuestion } from './bilan-question.ts'
import { BilanDesk } from './BilanDesk.tsx'

/** An advisor’s bilan d’activité to be handed over: one’s own title, words and choice of blocks, on one page. */
export function BilanPage({ person }: { person: SignedInPerson }) {
  const today = useToday()
  const search = useSearch()
  const [chosen, setChosen] = useFiguresQuestion()
  const question = useMemo(() => bilanQuestion(bilanModel, chosen, today), [chosen, today])
  const asked = useFigures(useTotals(useFactBook(), question, today), today)
  return (
    <BilanDesk
      back={{ href: search === '' ? addresses.figures : `${addresses.figures}?${search}`, label: 'Chiffres' }}
      model={bilanModel}
      choicesOf="bilan"
      subject={subjectOf(person)}
      question={question}
      period={daysAsked(question, today).period}
      today={today}
      publish={person.scopes.length > 0 ? withQuery(ownLinkAddress, search) : undefined}
      onWhen={(when) => setChosen({ ...chosen, when, step: undefined })}
      asked={asked}
      names={useFacetNames()}
      state={asked ? <StillArriving /> : <Loading>Votre bilan se prépare…</Loading>}
    />
  )
}

function subjectOf({ givenName, familyName, scopes }: SignedInPerson) {
  const name = `${givenName} ${familyName}`
  const structures = new Set(scopes.map(({ structureName }) => structureName))
  return {
    whose: [name, ...structures].join(', '),
    advisors: [],
    source: `Source\u00A0: les comptes rendus déposés par ${name}.`,
  }
}
