import { useState, type FormEvent } from 'react'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { postIdSchema } from '../../../../domain/commitments/post-ids.ts'
import { departmentCodes, departmentName } from '../../../../domain/territory/departments.ts'
import { attributePost } from '../../../data/posts.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'
import { attributionIn, startOf, type AttributionErrors, type AttributionValues } from './attribution-form.ts'
import { ConventionEndField } from './ConventionEndField.tsx'
import { HolderFields } from './HolderFields.tsx'

export interface AttributePostProps {
  /** Of the remit; null for the nation. */
  department: string | null
  today: CalendarDay
  onDone: (reference: string) => void
  onClose: () => void
}

/** The State attributes a post to a structure. */
export function AttributePost({ department, today, onDone, onClose }: AttributePostProps) {
  const [values, setValues] = useState(() => startOf(department, today))
  const [errors, setErrors] = useState<AttributionErrors>({})
  const saying = useSaying(() => onDone(values.reference))
  const set = (change: Partial<AttributionValues>) => setValues((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = attributionIn(values)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok) return focusFirstWrong(event)
    void saying.say(read.post, (id) => attributePost({ ...read.post, id: postIdSchema.parse(id) }))
  }
  return (
    <SayDialog
      title="Attribuer un poste"
      action="Attribuer ce poste"
      saying={saying}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Numéro du poste"
        hint="Celui de la notification. Il ne sert qu’une fois."
        autoComplete="off"
        maxLength={40}
        value={values.reference}
        onChange={({ target }) => set({ reference: target.value })}
        error={errors.reference}
      />
      {department === null && (
        <SelectField
          label="Département"
          placeholder="Choisissez un département"
          options={departmentCodes.map((code) => ({
            value: code as string,
            label: `${code} ${departmentName(code)}`,
          }))}
          value={values.department}
          onChange={({ target }) => set({ department: target.value })}
          error={errors.department}
        />
      )}
      <HolderFields
        values={values.holder}
        siretError={errors.siret}
        onChange={(change) => set({ holder: { ...values.holder, ...change } })}
      />
      <ChipRadioGroup
        label="Fonction"
        options={[
          { value: 'advisor', label: 'Conseil' },
          { value: 'coordinator', label: 'Coordination' },
        ]}
        value={values.role}
        onChange={(role) => set({ role })}
      />
      <Checkbox
        label="Poste supplémentaire"
        hint={
          'La structure en a déjà un autre\u00A0: la subvention est réexaminée à six mois, et non à trois.'
        }
        checked={values.isAdditional}
        onChange={({ target }) => set({ isAdditional: target.checked })}
      />
      <DateField
        label="Notifié le"
        value={values.notifiedOn}
        onChange={({ target }) => set({ notifiedOn: target.value })}
        error={errors.notifiedOn}
      />
      <DateField
        label="Premier jour de la convention"
        value={values.starts}
        onChange={({ target }) => set({ starts: target.value })}
        error={errors.starts}
      />
      <ConventionEndField value={values.ends} error={errors.ends} onChange={(ends) => set({ ends })} />
    </SayDialog>
  )
}
