import { useState, type FormEvent } from 'react'
import { messageHint, messageWarnings } from '../../../../domain/report-message/message-warnings.ts'
import { messageMaxLength, messageTextSchema } from '../../../../domain/report-message/report-message.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { answerQuestions, type LocalMessage } from '../../../data/report-messages.ts'
import { Button } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useSayDone } from '../../../ui/undo.ts'

/** An answer in one's own words, kept here at once and sent when there is a network. */
export function AnswerForm({ questions }: { questions: readonly LocalMessage[] }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = messageTextSchema.safeParse(text)
    setError(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (!parsed.success) return
    answerQuestions(db, questions, parsed.data)
      .then(() => sayDone({ text: 'Réponse enregistrée.' }))
      .catch(() => setError('Cet appareil n’a pas pu garder votre réponse. Réessayez.'))
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="close">
        <TextArea
          label="Votre réponse"
          hint={messageHint}
          limit={messageMaxLength}
          value={text}
          onChange={({ target }) => setText(target.value)}
          error={error}
        />
        <Status tone="warn">{messageWarnings(text).join(' ')}</Status>
        <Button type="submit" variant="primary">
          Répondre
        </Button>
      </Stack>
    </form>
  )
}
