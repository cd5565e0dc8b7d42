import { useRef, useState, type FormEvent } from 'react'
import type { DocumentId, PersonId, StructureId } from '../../../../domain/ids.ts'
import { messageHint, messageWarnings } from '../../../../domain/report-message/message-warnings.ts'
import { messageMaxLength, messageTextSchema } from '../../../../domain/report-message/report-message.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { askQuestion } from '../../../data/structure-questions.ts'
import { Button } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useSayDone } from '../../../ui/undo.ts'

export interface AskFormProps {
  structureId: StructureId
  report: DocumentId
  advisor: { readonly id: PersonId; readonly name: string }
  onAsked: () => void
}

/** A question on a report, to its advisor. It needs the network: what was typed stays where there is none. */
export function AskForm({ structureId, report, advisor, onAsked }: AskFormProps) {
  const sayDone = useSayDone()
  const keyFor = useKeyOfTry()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [isSending, setSending] = useState(false)
  const send = async (said: string) => {
    setSending(true)
    const question = { key: keyFor(said), report, advisor: advisor.id, text: said }
    const asked = await askQuestion(structureId, question)
    setSending(false)
    if (!asked.ok) return setError(asked.sentence || 'Le serveur ne répond pas. Réessayez avec du réseau.')
    setText('')
    sayDone({ text: `Question envoyée, ${advisor.name} la lira sur son téléphone.` })
    onAsked()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = messageTextSchema.safeParse(text)
    setError(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success && !isSending) void send(parsed.data)
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="close">
        <TextArea
          label={`Votre question à ${advisor.name}`}
          hint={messageHint}
          limit={messageMaxLength}
          value={text}
          onChange={({ target }) => setText(target.value)}
          error={error}
        />
        <Status tone="warn">{messageWarnings(text).join(' ')}</Status>
        <Button type="submit">Envoyer la question</Button>
      </Stack>
    </form>
  )
}

/** The same key as long as the same is tried: an answer that was lost leaves no second question. */
function useKeyOfTry(): (said: string) => string {
  const last = useRef<{ said: string; key: string }>(undefined)
  return (said) => {
    if (last.current?.said !== said) last.current = { said, key: newDocumentId() }
    return last.current.key
  }
}
