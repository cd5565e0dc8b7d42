import { useState, type FormEvent } from 'react'
import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import type { KitFactOf } from '../../../../domain/commitments/kit/kit-fact.ts'
import { kitItemIdSchema } from '../../../../domain/commitments/kit/kit-ids.ts'
import {
  clothingSizeSchema,
  outfitReasonLabels,
  outfitReasonSchema,
  type ClothingSize,
  type OutfitReason,
} from '../../../../domain/commitments/kit/kit-words.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { ofPerson } from '../of-person.ts'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong } from '../use-saying.ts'
import type { KitFormProps } from './KitDialog.tsx'
import type { KitOfPerson } from './kit-person.ts'

interface AskOutfitFormProps extends KitFormProps {
  person: KitPerson
  own: KitOfPerson
  /** What was asked before, where that is corrected. */
  corrected?: KitFactOf<'outfit-asked'>
}

/** An outfit is asked of the State, in a size that only the person and who orders read. */
export function AskOutfitForm({ today, saying, say, onClose, person, own, corrected }: AskOutfitFormProps) {
  const isFirst = own.clothing.outfit === undefined
  const [item] = useState(() => corrected?.item ?? kitItemIdSchema.parse(newDocumentId()))
  const [reason, setReason] = useState<OutfitReason | null>(
    corrected?.reason ?? (isFirst ? 'premiere' : null),
  )
  const [size, setSize] = useState<ClothingSize | null>(own.size ?? null)
  const [day, setDay] = useState<string>(corrected?.day ?? today)
  const [errors, setErrors] = useState<{ reason?: string; size?: string; day?: string }>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = calendarDaySchema.safeParse(day).data
    setErrors({
      ...(!reason && { reason: 'Choisissez pourquoi.' }),
      ...(!size && { size: 'Choisissez la taille.' }),
      ...(!read && { day: 'Indiquez le jour.' }),
    })
    if (!reason || !size || !read) return focusFirstWrong(event)
    say({ kind: 'outfit-asked', replaces: corrected?.id ?? null, item, day: read, reason, size })
  }
  return (
    <SayDialog
      title={`${corrected ? 'Corriger la demande de' : 'Demander la'} tenue ${ofPerson(person.name)}`}
      action={corrected ? 'Enregistrer la correction' : 'Noter la demande'}
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      <ChipRadioGroup
        label="Pourquoi"
        options={outfitReasonSchema.options.map((value) => ({ value, label: outfitReasonLabels[value] }))}
        value={reason}
        onChange={setReason}
        error={errors.reason}
      />
      <ChipRadioGroup
        label="Taille"
        hint="Vue de la personne et de qui commande, de personne d’autre."
        options={clothingSizeSchema.options.map((value) => ({ value, label: value }))}
        value={size}
        onChange={setSize}
        error={errors.size}
      />
      <DateField
        label="Jour de la demande"
        value={day}
        max={today}
        onChange={({ target }) => setDay(target.value)}
        error={errors.day}
      />
    </SayDialog>
  )
}
