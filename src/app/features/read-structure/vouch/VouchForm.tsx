import { useState, type FormEvent } from 'react'
import type { MonthToVouch } from '../../../../domain/access/structure-months.ts'
import { sealIdSchema } from '../../../../domain/access/structure-months.ts'
import { ofMonthInWords } from '../../../../domain/french-words.ts'
import { reservationSchema, vouchingSentence } from '../../../../domain/seal/seal-content.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { sendVouching, type VouchRefusal } from '../../../data/structure-months.ts'
import { Button } from '../../../ui/Button.tsx'
import { NotVouched } from './NotVouched.tsx'
import { ReservationFields, type TypedReservation } from './ReservationFields.tsx'
import styles from './vouch.module.css'

export interface VouchFormProps {
  month: MonthToVouch
  /** Who gives their word. */
  name: string
  onVouched: (month: MonthToVouch) => void
  /** Somebody was quicker, or it isn't any more what was read. */
  onMoved: () => void
}

/** One's word on a month: the sentence, reservations where there are some, and one button. */
export function VouchForm({ month, name, onVouched, onMoved }: VouchFormProps) {
  // One id for all the times that the same word is sent; another one once the month is another.
  const [sent, setSent] = useState({ id: newDocumentId(), seen: month.seen })
  const [reservations, setReservations] = useState<readonly TypedReservation[]>([])
  const [showsErrors, setShowsErrors] = useState(false)
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<VouchRefusal>()
  const { structure, lines, month: which } = month.read

  const send = async () => {
    setSending(true)
    const own = sent.seen === month.seen ? sent : { id: newDocumentId(), seen: month.seen }
    setSent(own)
    const outcome = await sendVouching(
      { structure: structure.id, month: which },
      { id: sealIdSchema.parse(own.id), seen: own.seen, reservations: reservations.map(withoutKey) },
    )
    setSending(false)
    if (outcome.ok) return onVouched(outcome.month)
    setRefused(outcome.reason)
    if (outcome.reason === 'month-changed' || outcome.reason === 'already-vouched') onMoved()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(undefined)
    const isRight = reservations.every((one) => reservationSchema.safeParse(withoutKey(one)).success)
    setShowsErrors(!isRight)
    if (isRight) send().catch(rememberError)
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className={styles.letter}
      aria-labelledby="la-phrase"
      data-print="hide"
    >
      <blockquote id="la-phrase" className={styles.sentence}>
        «&nbsp;{vouchingSentence}&nbsp;»
      </blockquote>
      <p>
        {name}, responsable, pour {structure.name}. Votre nom et la date sont gardés avec les chiffres{' '}
        {ofMonthInWords(which)}.
      </p>
      <ReservationFields
        lines={lines}
        reservations={reservations}
        showsErrors={showsErrors}
        onChange={setReservations}
      />
      {refused && <NotVouched reason={refused} />}
      <Button type="submit" variant="primary" wide disabled={isSending}>
        {isSending ? 'Envoi…' : `Attester le mois ${ofMonthInWords(which)}`}
      </Button>
    </form>
  )
}

function withoutKey({ advisor, text }: TypedReservation) {
  return { advisor, text }
}
