import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { useOwnContracts } from '../../data/react/use-own-contracts.ts'
import { useOwnTime } from '../../data/react/use-own-time.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Page } from '../../ui/Page.tsx'
import { WeeksOfTime } from './WeeksOfTime.tsx'

/** Where one's own time goes, by the reports of this device. */
export function OwnTimePage({ person: { scopes } }: { person: SignedInPerson }) {
  const today = useToday()
  // Working time is that of the contracts, which are kept as they are read; without network they are those read last.
  useOwnContracts()
  const weeks = useOwnTime(scopes, today)
  return (
    <Page
      title="Où passe mon temps"
      lead={`D’après vos comptes rendus, déposés ou en attente d’envoi. Ce qui n’est pas déposé n’y est pas. ${scopes.length > 1 ? 'Chaque structure lit ce qui est d’elle, et rien de l’autre.' : 'Votre structure lit la même page.'}`}
      back={{ href: addresses.more }}
      wide
    >
      {weeks && <WeeksOfTime name="moi" {...{ weeks, today }} />}
    </Page>
  )
}
