import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { kitLabelMaxLength, serialMaxLength } from '../../../../domain/commitments/kit/kit-fact.ts'
import {
  equipmentLabels,
  equipmentSchema,
  wearLabels,
  wearSchema,
} from '../../../../domain/commitments/kit/kit-words.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { ThingErrors, ThingValues } from './thing-form.ts'

export interface ThingFieldsProps {
  values: ThingValues
  errors: ThingErrors
  today: CalendarDay
  onChange: (change: Partial<ThingValues>) => void
}

/** What is asked of a thing that is handed over: what it is, its number, its state, the day. */
export function ThingFields({ values, errors, today, onChange }: ThingFieldsProps) {
  return (
    <>
      <ChipRadioGroup
        label="Matériel"
        options={equipmentSchema.options.map((value) => ({ value, label: equipmentLabels[value] }))}
        value={values.equipment}
        onChange={(equipment) => onChange({ equipment })}
        error={errors.equipment}
      />
      <TextField
        label="Nom ou numéro d’inventaire"
        hint="Ce qui est écrit sur l’étiquette, par exemple PC-12."
        autoComplete="off"
        maxLength={kitLabelMaxLength}
        value={values.label}
        onChange={({ target }) => onChange({ label: target.value })}
        error={errors.label}
      />
      <TextField
        label="Numéro de série"
        need="optional"
        autoComplete="off"
        maxLength={serialMaxLength}
        value={values.serial}
        onChange={({ target }) => onChange({ serial: target.value })}
      />
      <ChipRadioGroup
        label="État"
        options={wearSchema.options.map((value) => ({ value, label: wearLabels[value] }))}
        value={values.wear}
        onChange={(wear) => onChange({ wear })}
        error={errors.wear}
      />
      <DateField
        label="Jour de la remise"
        value={values.day}
        max={today}
        onChange={({ target }) => onChange({ day: target.value })}
        error={errors.day}
      />
    </>
  )
}
