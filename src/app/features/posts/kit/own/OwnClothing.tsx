import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { clothingSizeSchema } from '../../../../../domain/commitments/kit/kit-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import type { KitOfPerson } from '../kit-person.ts'
import { clothingWords } from '../kit-sentences.ts'
import { WordMark } from './WordMark.tsx'
import type { OfOwnKit } from './own-kit.ts'

export interface OwnClothingProps extends OfOwnKit {
  mine: KitOfPerson
  today: CalendarDay
}

/** One's outfit, whether it has come, and one's size. */
export function OwnClothing({ mine, today, words, onSay }: OwnClothingProps) {
  const { clothing, size } = mine
  const { outfit, state } = clothing
  const ofOutfit = words.filter(({ fact }) => 'item' in fact && fact.item === outfit?.item)
  const ofSize = words.filter(({ fact }) => fact.kind === 'size').slice(-1)
  const choose = (text: string) => {
    const chosen = clothingSizeSchema.safeParse(text).data
    if (chosen && chosen !== size)
      onSay?.({ kind: 'size', day: today, size: chosen }, `Taille ${chosen}\u00A0: c’est noté.`)
  }
  return (
    <>
      <List label="Tenue">
        <ListRow
          icon="person"
          title="Tenue"
          detail={clothingWords(clothing)}
          state={<WordMark words={ofOutfit} />}
          actions={
            onSay &&
            outfit &&
            (state === 'asked' || state === 'shipped') && (
              <Button
                icon="check"
                onClick={() =>
                  onSay(
                    { kind: 'outfit-received', day: today, item: outfit.item },
                    'Tenue reçue\u00A0: c’est noté.',
                  )
                }
              >
                J’ai reçu ma tenue
              </Button>
            )
          }
        />
      </List>
      <div>
        <SelectField
          label="Ma taille"
          hint="Vue de vous et de qui commande la tenue, de personne d’autre."
          placeholder="Choisissez votre taille"
          options={clothingSizeSchema.options.map((value) => ({ value, label: value }))}
          value={size ?? ''}
          disabled={!onSay}
          onChange={({ target }) => choose(target.value)}
        />
        <WordMark words={ofSize} />
      </div>
    </>
  )
}
