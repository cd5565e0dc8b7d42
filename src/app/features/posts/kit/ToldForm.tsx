import { useState, type FormEvent } from 'react'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import { breakdownWordsMaxLength } from '../../../../domain/commitments/kit/kit-fact.ts'
import type { KitItemId } from '../../../../domain/commitments/kit/kit-ids.ts'
import { wearLabels, wearSchema, type Wear } from '../../../../domain/commitments/kit/kit-words.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong } from '../use-saying.ts'
import type { KitFormProps } from './KitDialog.tsx'
import type { CorrectableFact, TellableKind } from './kit-opened.ts'

const titles: Readonly<Record<TellableKind, (thing: string) => string>> = {
  'outfit-shipped': () => 'La tenue est expédiée',
  'outfit-received': () => 'La tenue est reçue',
  'out-of-order': (thing) => `${thing}\u00A0: en panne`,
  repaired: (thing) => `${thing}\u00A0: réparé`,
  back: (thing) => `${thing}\u00A0: rendu`,
}

interface ToldFormProps extends KitFormProps {
  kind: TellableKind
  of: { readonly item: KitItemId }
  thing: string
  /** What was said of it before, where that is corrected. */
  corrected?: CorrectableFact
}

/** Something happens with a thing: the day, its state where it comes back, a few words where it broke down. */
export function ToldForm({ today, saying, say, onClose, kind, of, thing, corrected }: ToldFormProps) {
  const [day, setDay] = useState<string>(corrected?.day ?? today)
  const [wear, setWear] = useState<Wear | null>(corrected?.kind === 'back' ? corrected.wear : 'bon')
  const [words, setWords] = useState(corrected?.kind === 'out-of-order' ? corrected.words : '')
  const [error, setError] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = calendarDaySchema.safeParse(day).data
    setError(read ? undefined : 'Indiquez le jour.')
    if (!read) return focusFirstWrong(event)
    const told = { replaces: corrected?.id ?? null, item: of.item, day: read }
    if (kind === 'back') say({ ...told, kind, wear: wear ?? 'bon' })
    else if (kind === 'out-of-order') say({ ...told, kind, words: words.trim() })
    else say({ ...told, kind })
  }
  return (
    <SayDialog
      title={corrected ? `Corriger\u00A0: ${titles[kind](thing)}` : titles[kind](thing)}
      action={corrected ? 'Enregistrer la correction' : 'Noter'}
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      <DateField
        label="Jour"
        value={day}
        max={today}
        onChange={({ target }) => setDay(target.value)}
        error={error}
      />
      {kind === 'back' && (
        <ChipRadioGroup
          label="État au retour"
          options={wearSchema.options.map((value) => ({ value, label: wearLabels[value] }))}
          value={wear}
          onChange={setWear}
        />
      )}
      {kind === 'out-of-order' && (
        <TextField
          label="Ce qui ne marche pas"
          need="optional"
          autoComplete="off"
          maxLength={breakdownWordsMaxLength}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
    </SayDialog>
  )
}
