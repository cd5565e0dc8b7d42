import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'

export interface PagesProps {
  person: SignedInPerson
  onSendNow: () => Promise<void>
}
