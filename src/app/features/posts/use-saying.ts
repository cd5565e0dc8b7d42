import { useRef, useState, type FormEvent } from 'react'
import { postFactIdSchema, type PostFactId } from '../../../domain/commitments/post-ids.ts'
import type { Problem } from '../../../domain/problem.ts'
import { newDocumentId } from '../../data/new-id.ts'
import type { SaidOutcome } from '../../data/say-to-server.ts'

/** What a form says, on its way. */
export interface Saying {
  /** Why the last try wasn't taken. */
  readonly refused: { readonly problem: Problem | undefined } | undefined
  readonly isSending: boolean
  /** The same id as long as the same is tried: an answer that was lost leaves nothing said twice. */
  readonly say: (said: object, send: (id: PostFactId) => Promise<SaidOutcome>) => Promise<void>
}

/** Sends what a form says, once however often it is tried, and keeps why it wasn't taken. */
export function useSaying(onDone: () => void): Saying {
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const [isSending, setSending] = useState(false)
  const last = useRef<{ said: string; id: PostFactId }>(undefined)
  return {
    refused,
    isSending,
    say: async (said, send) => {
      const text = JSON.stringify(said)
      if (last.current?.said !== text)
        last.current = { said: text, id: postFactIdSchema.parse(newDocumentId()) }
      setSending(true)
      const outcome = await send(last.current.id)
      setSending(false)
      if (outcome.ok) onDone()
      else setRefused({ problem: outcome.problem })
    },
  }
}

/** Puts the focus on the first field that is marked as wrong, once it is drawn. */
export function focusFirstWrong(event: FormEvent<HTMLFormElement>): void {
  const form = event.currentTarget
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
