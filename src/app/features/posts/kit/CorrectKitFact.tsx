import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import { AskOutfitForm } from './AskOutfitForm.tsx'
import { CorrectHandOver } from './CorrectHandOver.tsx'
import type { KitFormProps } from './KitDialog.tsx'
import type { CorrectableFact } from './kit-opened.ts'
import type { KitOfPerson } from './kit-person.ts'
import { ToldForm } from './ToldForm.tsx'

export interface CorrectKitFactProps extends KitFormProps {
  person: KitPerson
  own: KitOfPerson
  people: readonly KitPerson[]
  fact: CorrectableFact
}

/** Something that was said by mistake is said as it should have been: the form of its kind, filled in. */
export function CorrectKitFact({ person, own, people, fact, ...form }: CorrectKitFactProps) {
  switch (fact.kind) {
    case 'handed':
      return <CorrectHandOver {...form} {...{ person, own, people }} corrected={fact} />
    case 'outfit-asked':
      return <AskOutfitForm {...form} {...{ person, own }} corrected={fact} />
    case 'outfit-shipped':
    case 'outfit-received':
      return <ToldForm {...form} kind={fact.kind} of={fact} thing="la tenue" corrected={fact} />
    case 'out-of-order':
    case 'repaired':
    case 'back': {
      const loan = [...own.held, ...own.backToConfirm].find(({ item }) => item === fact.item)
      return (
        <ToldForm {...form} kind={fact.kind} of={fact} thing={loan?.label ?? 'Matériel'} corrected={fact} />
      )
    }
  }
}
