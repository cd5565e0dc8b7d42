import { useState, type FormEvent } from 'react'
import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import { kitItemIdSchema } from '../../../../domain/commitments/kit/kit-ids.ts'
import type { Equipment } from '../../../../domain/commitments/kit/kit-words.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong } from '../use-saying.ts'
import type { KitFormProps } from './KitDialog.tsx'
import type { KitOfPerson } from './kit-person.ts'
import { loanTitle } from './kit-sentences.ts'
import { thingIn, type ThingErrors, type ThingValues } from './thing-form.ts'
import { ThingFields } from './ThingFields.tsx'

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
  const [values, setValues] = useState<ThingValues>({
    equipment: asked.equipment ?? null,
    label: '',
    serial: '',
    wear: 'neuf',
    day: today,
  })
  const [instead, setInstead] = useState('')
  const [errors, setErrors] = useState<ThingErrors>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = thingIn(values)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok) return focusFirstWrong(event)
    const replaced = kitItemIdSchema.safeParse(instead).data ?? null
    say({ kind: 'handed', replaces: null, item, ...read.thing, instead: replaced })
  }
  const { equipment } = values
  const replaceable = own.held.filter((loan) => equipment === null || loan.equipment === equipment)
  return (
    <SayDialog
      title={`Remettre un matériel à ${person.name}`}
      action="Noter la remise"
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      <ThingFields
        {...{ values, errors, today }}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
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
