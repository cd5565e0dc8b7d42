import { Link } from 'wouter'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'

export function Account({ person: { givenName, familyName, email } }: { person: SignedInPerson }) {
  return (
    <section aria-labelledby="compte">
      <Stack gap="close">
        <h2 id="compte">
          {givenName} {familyName}
        </h2>
        <p>{email}</p>
        <Row>
          <Link href={addresses.signOut} asChild>
            <ButtonLink>Se déconnecter</ButtonLink>
          </Link>
        </Row>
      </Stack>
    </section>
  )
}
