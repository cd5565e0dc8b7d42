import { useState, type FormEvent } from 'react'
import type { StructurePerson } from '../../../../domain/access/structure-posts.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import {
  departureReasonLabels,
  departureReasonSchema,
  type DepartureReason,
} from '../../../../domain/commitments/post-words.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { graceDaysAfterContract } from '../../../../domain/sync/limits.ts'
import { sayForStructure } from '../../../data/posts.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { NotSaid } from '../NotSaid.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'
import type { ReadPost } from './read-post.ts'
import { ofPerson } from '../of-person.ts'
import { WaitingReports } from './WaitingReports.tsx'

export interface DepartureFormProps {
  post: ReadPost
  person: StructurePerson
  structureId: StructureId
  today: CalendarDay
  onDone: (words: string) => void
}

/** The last day and the reason, then what follows from them, before it is said. */
export function DepartureForm({ post, person, structureId, today, onDone }: DepartureFormProps) {
  const [day, setDay] = useState<string>(today)
  const [reason, setReason] = useState<DepartureReason | null>(null)
  const [errors, setErrors] = useState<{ day?: string; reason?: string }>({})
  const { refused, isSending, say } = useSaying(() => onDone(`Départ ${ofPerson(person.name)} enregistré.`))
  const read = calendarDaySchema.safeParse(day).data
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setErrors({
      ...(!read && { day: 'Indiquez le dernier jour.' }),
      ...(!reason && { reason: 'Choisissez une raison.' }),
    })
    if (!read || !reason) return focusFirstWrong(event)
    const said = { kind: 'departure' as const, replaces: null, day: read, scope: person.scope, reason }
    void say(said, (id) => sayForStructure({ structure: structureId, post: post.id }, { ...said, id }))
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="section">
        {refused && <NotSaid problem={refused.problem} />}
        <Stack>
          <DateField
            label="Dernier jour de travail"
            value={day}
            onChange={({ target }) => setDay(target.value)}
            error={errors.day}
          />
          <ChipRadioGroup
            label="Raison"
            options={departureReasonSchema.options.map((value) => ({
              value,
              label: departureReasonLabels[value],
            }))}
            value={reason}
            onChange={setReason}
            error={errors.reason}
          />
        </Stack>
        <WaitingReports person={person} />
        {read && <WhatFollows day={read} name={person.name} reference={post.reference} />}
        <div>
          <Button type="submit" variant="primary" disabled={isSending}>
            Enregistrer le départ
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function WhatFollows({ day, name, reference }: { day: CalendarDay; name: string; reference: string }) {
  return (
    <section aria-labelledby="suite">
      <h2 id="suite">Ce qui suivra</h2>
      <ul>
        <li>
          {name} ne pourra plus déposer de compte rendu pour un jour après le {formatDayWithYear(day)}.
        </li>
        <li>
          Ce qui attend sur ses appareils pourra être envoyé jusqu’au{' '}
          {formatDayWithYear(addDays(day, graceDaysAfterContract))}, pour les jours du contrat.
        </li>
        <li>Rien ne change dans les comptes rendus déjà déposés&nbsp;: vous les lirez toujours.</li>
        <li>Un contrat prévu pour après ce jour, avec cette personne sur ce poste, ne compte plus.</li>
        <li>
          Le poste {reference} sera vacant dès le lendemain, et le compte des jours sans recrutement
          commencera.
        </li>
        <li>Jusqu’au dernier jour inclus, le départ peut être annulé.</li>
      </ul>
    </section>
  )
}
