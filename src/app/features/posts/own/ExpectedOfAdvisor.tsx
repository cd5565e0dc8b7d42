import { useId } from 'react'
import { Link } from 'wouter'
import type { OwnScope } from '../../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { addresses } from '../../../addresses.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { ownContractsAddress } from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'

/** What a new advisor is expected to do, for whom and from when: on the first screen, by what the session says. */
export function ExpectedOfAdvisor({ scopes }: { scopes: readonly OwnScope[] }) {
  const id = useId()
  const today = useToday()
  const posts = scopes.filter(({ role }) => role === 'advisor')
  if (posts.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Stack gap="close">
        <h2 id={id}>Ce qui est attendu de vous</h2>
        {posts.map(({ scope, structureName, contracts }) => (
          <p key={scope}>
            {structureName}&nbsp;: {contractWords(contracts, today)}
          </p>
        ))}
        <ul>
          <li>Un compte rendu après chaque accompagnement ou atelier, le jour même si possible.</li>
          <li>
            Les trois missions&nbsp;: les usages du quotidien, les enjeux du numérique, les démarches en
            ligne.
          </li>
          <li>
            Vos temps de formation, de réunion et de vie de la communauté, en «&nbsp;hors
            accompagnement&nbsp;».
          </li>
          <li>Vos absences, pour qu’un jour sans compte rendu s’explique.</li>
        </ul>
        <Row>
          <Link href={ownContractsAddress} asChild>
            <ButtonLink>Mes contrats</ButtonLink>
          </Link>
          <Link href={addresses.panorama} asChild>
            <ButtonLink variant="quiet">Les trois missions</ButtonLink>
          </Link>
        </Row>
      </Stack>
    </section>
  )
}

/** The contract that runs, or the next one to come. */
function contractWords(contracts: OwnScope['contracts'], today: CalendarDay): string {
  const running = contracts.find(({ starts, ends }) => starts <= today && (ends === null || today <= ends))
  const coming = contracts
    .filter(({ starts }) => starts > today)
    .sort((a, b) => (a.starts < b.starts ? -1 : 1))
  const contract = running ?? coming[0]
  if (!contract) return 'votre contrat est terminé.'
  const { starts, ends } = contract
  if (starts > today) return `vous pourrez déposer à partir du ${formatDayInFigures(starts)}.`
  return ends === null
    ? `vous déposez pour vos jours de contrat, depuis le ${formatDayInFigures(starts)}.`
    : `vous déposez pour vos jours de contrat, du ${formatDayInFigures(starts)} au ${formatDayInFigures(ends)}.`
}
