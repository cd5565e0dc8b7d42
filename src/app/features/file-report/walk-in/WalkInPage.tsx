import { useState } from 'react'
import type { SignedInPerson } from '../../../../domain/access/signed-in-person.ts'
import { addresses } from '../../../addresses.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { useUsualChoices } from '../../../data/react/use-usual-choices.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { likelyScope } from '../contract-of-day.ts'
import { WalkIn } from './WalkIn.tsx'

/** A walk-in session: the same day and place, one person after another, in two taps each. */
export function WalkInPage({ person }: { person: SignedInPerson }) {
  const today = useToday()
  const usual = useUsualChoices()
  // The order of the choices must not change under the finger: it is that of the moment when the page was opened.
  const [firstUsual, setFirstUsual] = useState(usual)
  if (!firstUsual && usual) setFirstUsual(usual)
  const scopes = person.scopes.filter(({ role }) => role === 'advisor')
  const scope = likelyScope(scopes, today, undefined)
  return (
    <Page
      title="Permanence"
      lead="Une personne après l’autre, le même jour au même endroit."
      back={{ href: addresses.home }}
      isFocused
    >
      {scope && firstUsual && <WalkIn scopes={scopes} first={scope} usual={firstUsual} today={today} />}
      {!scope && (
        <EmptyState icon="building" title="Vous n’accompagnez personne pour une structure.">
          La permanence sert à déposer des accompagnements individuels.
        </EmptyState>
      )}
    </Page>
  )
}
