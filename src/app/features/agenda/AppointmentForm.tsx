import { useState, type ChangeEvent, type FormEvent } from 'react'
import { appointmentTitleMaxLength } from '../../../domain/appointment/appointment.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { judgeAppointment, type TypedAppointment, type TypedField } from './appointment-form.ts'

export interface AppointmentFormProps {
  initial: TypedAppointment
  onSave: (fields: JsonObject) => Promise<void>
}

/** When, what and where; hours may be left out. */
export function AppointmentForm({ initial, onSave }: AppointmentFormProps) {
  const [typed, setTyped] = useState(initial)
  const [wrong, setWrong] = useState<{ field: TypedField; message: string }>()
  const of = (field: TypedField) => ({
    value: typed[field],
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [field]: target.value }),
    error: wrong?.field === field ? wrong.message : undefined,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const judged = judgeAppointment(typed)
    setWrong(judged.ok ? undefined : judged)
    if (!judged.ok) return
    onSave(judged.fields).catch(() =>
      setWrong({ field: 'title', message: 'Cet appareil n’a pas pu enregistrer. Réessayez.' }),
    )
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextField
          label="Titre"
          hint="Pas de nom de personne."
          maxLength={appointmentTitleMaxLength}
          autoComplete="off"
          {...of('title')}
        />
        <DateField label="Jour" {...of('date')} />
        <TextField
          label="Début"
          need="optional"
          hint="Sans heure, toute la journée."
          type="time"
          {...of('from')}
        />
        <TextField label="Fin" need="optional" type="time" {...of('to')} />
        <TextField
          label="Lieu"
          need="optional"
          hint="Le nom d’un de vos lieux d’activité remplit celui du compte rendu."
          maxLength={300}
          autoComplete="off"
          {...of('location')}
        />
        <Button type="submit" variant="primary" wide>
          Enregistrer
        </Button>
      </Stack>
    </form>
  )
}
