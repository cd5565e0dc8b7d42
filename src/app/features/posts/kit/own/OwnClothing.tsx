import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { clothingSizeSchema } from '../../../../../domain/commitments/kit/kit-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import type { KitOfPerson } from '../kit-person.ts'
import { clothingWords } from '../kit-sentences.ts'
import { saidOn, type SayOwn } from './own-says.ts'

export interface OwnClothingProps {
  mine: KitOfPerson
  today: CalendarDay
  isSending: boolean
  onSay: SayOwn
}

/** One's outfit, whether it has come, and one's size. */
export function OwnClothing({ mine, today, isSending, onSay }: OwnClothingProps) {
  const { clothing, size } = mine
  const { outfit, state } = clothing
  const receive = () => {
    if (outfit)
      onSay(
        { ...saidOn(today), kind: 'outfit-received', item: outfit.item },
        'Tenue reçue\u00A0: c’est noté.',
      )
  }
  const choose = (text: string) => {
    const chosen = clothingSizeSchema.safeParse(text).data
    if (chosen && chosen !== size)
      onSay({ ...saidOn(today), kind: 'size', size: chosen }, `Taille ${chosen}\u00A0: c’est noté.`)
  }
  return (
    <>
      <List label="Tenue">
        <ListRow
          icon="person"
          title="Tenue"
          detail={clothingWords(clothing)}
          actions={
            (state === 'asked' || state === 'shipped') && (
              <Button icon="check" disabled={isSending} onClick={receive}>
                J’ai reçu ma tenue
              </Button>
            )
          }
        />
      </List>
      <SelectField
        label="Ma taille"
        hint="Vue de vous et de qui commande la tenue, de personne d’autre."
        placeholder="Choisissez votre taille"
        options={clothingSizeSchema.options.map((value) => ({ value, label: value }))}
        value={size ?? ''}
        disabled={isSending}
        onChange={({ target }) => choose(target.value)}
      />
    </>
  )
}
