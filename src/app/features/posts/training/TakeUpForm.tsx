import { useState, type FormEvent } from 'react'
import type { TrainedPerson } from '../../../../domain/access/training-on-the-wire.ts'
import { calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { trainingFactIdSchema } from '../../../../domain/commitments/training/training-ids.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { sayTrainingForStructure } from '../../../data/training.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { ofPerson } from '../of-person.ts'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'

export interface TakeUpFormProps {
  structureId: StructureId
  person: TrainedPerson
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

/** The day on which an advisor begins with the public. */
export function TakeUpForm({ structureId, person, today, onDone, onClose }: TakeUpFormProps) {
  const [day, setDay] = useState<string>(today)
  const [error, setError] = useState<string>()
  const { scope } = person
  const saying = useSaying(() => onDone('C’est noté.'))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = calendarDaySchema.safeParse(day).data
    setError(read ? undefined : 'Indiquez le jour.')
    if (!read) return focusFirstWrong(event)
    const says = { kind: 'took-up', replaces: null, day: read } as const
    void saying.say(says, (id) =>
      sayTrainingForStructure(structureId, { scope, says: { ...says, id: trainingFactIdSchema.parse(id) } }),
    )
  }
  return (
    <SayDialog
      title={`Prise de poste ${ofPerson(person.name)}`}
      action="Noter"
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      <DateField
        label="Premier jour avec le public"
        value={day}
        max={today}
        onChange={({ target }) => setDay(target.value)}
        error={error}
      />
    </SayDialog>
  )
}
