import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { SettlementsAnswer, StructureAnomaly } from '../../../../domain/access/month-anomalies.ts'
import { settlementSentenceMost, settlementSentenceSchema } from '../../../../domain/anomalies/settlement.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { sendSettlement, type AskedMonth } from '../../../data/month-anomalies.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { NotSaid, type NotSaidReason } from './NotSaid.tsx'

export interface SettleFormProps {
  anomaly: StructureAnomaly
  /** Sentences that settle it most often. */
  answers: readonly string[]
  asked: AskedMonth
  onSaid: (said: SettlementsAnswer) => void
  /** The facts have changed since. */
  onGone: () => void
  onCancel: () => void
}

/** A sentence: one of those offered, or one's own. It is kept with one's name and the day. */
export function SettleForm({ anomaly, answers, asked, onSaid, onGone, onCancel }: SettleFormProps) {
  // One id for all the times that the same sentence is sent.
  const [id] = useState(newDocumentId)
  const [sentence, setSentence] = useState('')
  const [error, setError] = useState<string>()
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<NotSaidReason>()
  const field = useRef<HTMLTextAreaElement>(null)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => (first.current ?? field.current)?.focus(), [])

  const send = async () => {
    setSending(true)
    const outcome = await sendSettlement(asked, { id, key: anomaly.key, sentence })
    setSending(false)
    if (outcome.ok) return onSaid(outcome.said)
    setRefused(outcome.reason)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const judged = settlementSentenceSchema.safeParse(sentence)
    setError(judged.error?.issues[0]?.message)
    if (!judged.success) return field.current?.focus()
    send().catch(rememberError)
  }
  return (
    <form onSubmit={submit} noValidate data-print="hide">
      <Stack>
        {answers.length > 0 && (
          <ChipRadioGroup
            label="Phrases proposées"
            options={answers.map((answer) => ({ value: answer, label: answer }))}
            value={answers.find((answer) => answer === sentence) ?? null}
            onChange={setSentence}
            ref={first}
          />
        )}
        <TextArea
          label="Votre phrase"
          hint="Elle sera gardée avec votre nom et la date. Pas de nom de personne accompagnée."
          rows={2}
          ref={field}
          limit={settlementSentenceMost}
          value={sentence}
          error={error}
          onChange={({ target }) => setSentence(target.value)}
        />
        {refused && <NotSaid reason={refused} onGone={onGone} />}
        <Row>
          <Button type="submit" variant="primary" disabled={isSending}>
            {isSending ? 'Envoi…' : 'Régler ce point'}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            Annuler
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
