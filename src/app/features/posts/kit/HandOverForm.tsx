import { useState, type FormEvent } from 'react'
import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import { kitLabelMaxLength, serialMaxLength } from '../../../../domain/commitments/kit/kit-fact.ts'
import { kitItemIdSchema } from '../../../../domain/commitments/kit/kit-ids.ts'
import {
  equipmentLabels,
  equipmentSchema,
  wearLabels,
  wearSchema,
  type Equipment,
  type Wear,
} from '../../../../domain/commitments/kit/kit-words.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong } from '../use-saying.ts'
import type { KitFormProps } from './KitDialog.tsx'
import type { KitOfPerson } from './kit-person.ts'
import { loanTitle } from './kit-sentences.ts'

/** A thing is handed over: what it is, its number, its state, the day, and what it replaces if anything. */
export function HandOverForm({
  today,
  saying,
  say,
  onClose,
  person,
  own,
  ...asked
}: KitFormProps & { person: KitPerson; own: KitOfPerson; equipment: Equipment | undefined }) {
  const [item] = useState(() => kitItemIdSchema.parse(newDocumentId()))
  const [equipment, setEquipment] = useState<Equipment | null>(asked.equipment ?? null)
  const [label, setLabel] = useState('')
  const [serial, setSerial] = useState('')
  const [wear, setWear] = useState<Wear | null>('neuf')
  const [instead, setInstead] = useState('')
  const [day, setDay] = useState<string>(today)
  const [errors, setErrors] = useState<{ equipment?: string; label?: string; day?: string; wear?: string }>(
    {},
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = calendarDaySchema.safeParse(day).data
    setErrors({
      ...(!equipment && { equipment: 'Choisissez le matériel.' }),
      ...(label.trim() === '' && { label: 'Donnez-lui un nom ou un numéro d’inventaire.' }),
      ...(!wear && { wear: 'Choisissez l’état.' }),
      ...(!read && { day: 'Indiquez le jour.' }),
    })
    if (!equipment || label.trim() === '' || !wear || !read) return focusFirstWrong(event)
    const thing = { equipment, label: label.trim(), serial: serial.trim(), wear }
    const replaced = kitItemIdSchema.safeParse(instead).data ?? null
    say({ kind: 'handed', replaces: null, item, day: read, ...thing, instead: replaced })
  }
  const replaceable = own.held.filter((loan) => equipment === null || loan.equipment === equipment)
  return (
    <SayDialog
      title={`Remettre un matériel à ${person.name}`}
      action="Noter la remise"
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      <ChipRadioGroup
        label="Matériel"
        options={equipmentSchema.options.map((value) => ({ value, label: equipmentLabels[value] }))}
        value={equipment}
        onChange={setEquipment}
        error={errors.equipment}
      />
      <TextField
        label="Nom ou numéro d’inventaire"
        hint="Ce qui est écrit sur l’étiquette, par exemple PC-12."
        autoComplete="off"
        maxLength={kitLabelMaxLength}
        value={label}
        onChange={({ target }) => setLabel(target.value)}
        error={errors.label}
      />
      <TextField
        label="Numéro de série"
        need="optional"
        autoComplete="off"
        maxLength={serialMaxLength}
        value={serial}
        onChange={({ target }) => setSerial(target.value)}
      />
      <ChipRadioGroup
        label="État"
        options={wearSchema.options.map((value) => ({ value, label: wearLabels[value] }))}
        value={wear}
        onChange={setWear}
        error={errors.wear}
      />
      <DateField
        label="Jour de la remise"
        value={day}
        max={today}
        onChange={({ target }) => setDay(target.value)}
        error={errors.day}
      />
      {replaceable.length > 0 && (
        <SelectField
          label="Remplace"
          hint="Ce qui est remplacé reste à rendre."
          need="optional"
          placeholder="Ne remplace rien"
          options={replaceable.map((loan) => ({ value: loan.item, label: loanTitle(loan) }))}
          value={instead}
          onChange={({ target }) => setInstead(target.value)}
        />
      )}
    </SayDialog>
  )
}
