import { useEffect, useRef } from 'react'
import type { PersonId } from '../../../../domain/ids.ts'
import {
  reservationMost,
  reservationSchema,
  type Reservation,
  type SealLine,
} from '../../../../domain/seal/seal-content.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import styles from './vouch.module.css'

/** A reservation while it is typed. */
export interface TypedReservation extends Reservation {
  readonly key: string
}

export interface ReservationFieldsProps {
  lines: readonly SealLine[]
  reservations: readonly TypedReservation[]
  showsErrors: boolean
  onChange: (reservations: readonly TypedReservation[]) => void
}

/** What one doesn't vouch for, in words: of the whole month, or of one person's. */
export function ReservationFields({ lines, reservations, showsErrors, onChange }: ReservationFieldsProps) {
  const change = (key: string, fields: Partial<TypedReservation>) =>
    onChange(reservations.map((one) => (one.key === key ? { ...one, ...fields } : one)))
  return (
    <Stack>
      {reservations.map((one, index) => (
        <fieldset key={one.key} className={styles.reservation}>
          <legend>Réserve {reservations.length > 1 && index + 1}</legend>
          <SelectField
            label="Elle porte sur"
            options={[
              { value: '', label: 'Tout le mois' },
              ...lines.map(({ advisor, name }) => ({ value: advisor, label: name })),
            ]}
            value={one.advisor ?? ''}
            onChange={({ target }) => change(one.key, { advisor: advisorIn(lines, target.value) })}
          />
          <Words
            reservation={one}
            error={showsErrors ? reservationSchema.safeParse(one).error?.issues[0]?.message : undefined}
            onChange={(text) => change(one.key, { text })}
          />
          <div>
            <Button
              variant="quiet"
              icon="trash"
              onClick={() => onChange(reservations.filter(({ key }) => key !== one.key))}
            >
              Retirer cette réserve
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() => onChange([...reservations, { key: newDocumentId(), advisor: null, text: '' }])}
        >
          {reservations.length === 0 ? 'Ajouter une réserve' : 'Ajouter une autre réserve'}
        </Button>
      </div>
    </Stack>
  )
}

interface WordsProps {
  reservation: TypedReservation
  error: string | undefined
  onChange: (text: string) => void
}

function Words({ reservation, error, onChange }: WordsProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  // It was just asked for.
  useEffect(() => field.current?.focus(), [])
  return (
    <TextArea
      label="Votre réserve"
      hint="Elle sera imprimée sur l’attestation. Pas de nom de personne accompagnée."
      rows={3}
      ref={field}
      limit={reservationMost}
      value={reservation.text}
      error={error}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

function advisorIn(lines: readonly SealLine[], value: string): PersonId | null {
  return lines.find(({ advisor }) => advisor === value)?.advisor ?? null
}
