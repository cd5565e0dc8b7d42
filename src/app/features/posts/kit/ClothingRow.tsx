import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { Button } from '../../../ui/Button.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { ofPerson } from '../of-person.ts'
import { StatusWord } from '../StatusWord.tsx'
import type { OpenKit } from './kit-opened.ts'
import type { KitOfPerson } from './kit-person.ts'
import { clothingWords, missingWords } from './kit-sentences.ts'

export interface ClothingRowProps {
  person: KitPerson
  own: KitOfPerson
  today: CalendarDay
  onOpen: OpenKit
}

/** The clothing of somebody: where it stands, and what can be said of it next. */
export function ClothingRow({ person, own, today, onOpen }: ClothingRowProps) {
  const { clothing, size, isThere } = own
  const { outfit, state, missingSince } = clothing
  const isMissing = isThere && missingSince !== undefined
  const hidden = <VisuallyHidden>la tenue {ofPerson(person.name)}</VisuallyHidden>
  return (
    <ListRow
      icon="person"
      title="Tenue"
      detail={
        <>
          {clothingWords(clothing)}
          {size !== undefined && ` Taille ${size}.`}
        </>
      }
      state={
        <StatusWord tone={isMissing ? 'warn' : state === 'not-asked' ? 'soft' : 'good'}>
          {isMissing ? `Tenue\u00A0: ${missingWords(missingSince, today)}` : stateWord(state)}
        </StatusWord>
      }
      actions={
        onOpen && (
          <Row>
            {isThere && (state === 'not-asked' || state === 'received') && (
              <Button onClick={() => onOpen({ kind: 'outfit-asked', person, own })}>
                <span>
                  {state === 'received' ? 'Remplacer' : 'Demander'} {hidden}
                </span>
              </Button>
            )}
            {outfit && state === 'asked' && (
              <Button onClick={() => onOpen({ kind: 'outfit-shipped', person, own, outfit })}>
                <span>Expédiée {hidden}</span>
              </Button>
            )}
            {outfit && (state === 'asked' || state === 'shipped') && (
              <Button onClick={() => onOpen({ kind: 'outfit-received', person, own, outfit })}>
                <span>Reçue {hidden}</span>
              </Button>
            )}
          </Row>
        )
      }
    />
  )
}

function stateWord(state: KitOfPerson['clothing']['state']): string {
  switch (state) {
    case 'not-asked':
      return 'Non demandée'
    case 'asked':
      return 'Remplacement demandé'
    case 'shipped':
      return 'Remplacement expédié'
    case 'received':
      return 'Reçue'
  }
}
