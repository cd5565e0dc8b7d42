import { newDocumentId } from '../../data/new-id.ts'
import type { ReminderDone } from '../../data/reminders.ts'
import { useSayDone } from '../../ui/undo.ts'
import { useRef } from 'react'

/** Sends an answer and says what became of it; tried again after no answer it has the same key, and is there once. */
export function useAnswerOnce(onDone: () => void) {
  const sayDone = useSayDone()
  const last = useRef<{ said: string; key: string }>(undefined)
  return async (
    said: string,
    send: (key: string) => Promise<ReminderDone>,
    wordsOf: (isAsked: boolean) => string,
  ): Promise<void> => {
    if (last.current?.said !== said) last.current = { said, key: newDocumentId() }
    const done = await send(last.current.key)
    sayDone({ text: done.ok ? wordsOf(done.isAsked) : done.sentence || withoutNetwork })
    if (!done.ok) return
    last.current = undefined
    onDone()
  }
}

const withoutNetwork = 'Le serveur ne répond pas\u00A0: rien n’est changé. Réessayez avec du réseau.'
