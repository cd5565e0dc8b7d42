import { useCallback, useId, useRef, useState, type ReactNode } from 'react'
import { SayDoneProvider, type SayDone } from './undo.ts'
import { UndoBar, type UndoMessage } from './UndoBar.tsx'

/** Holds the one bar that says what was just done, for all the pages inside. */
export function UndoHost({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<UndoMessage | null>(null)
  const prefix = useId()
  const count = useRef(0)
  const say = useCallback<SayDone>(
    (next) => {
      count.current += 1
      setMessage({ ...next, id: `${prefix}${count.current}` })
    },
    [prefix],
  )
  // An action may already have said something else: that stays.
  const dismiss = () => setMessage((current) => (current?.id === message?.id ? null : current))
  return (
    <SayDoneProvider value={say}>
      {children}
      <UndoBar message={message} onDismiss={dismiss} />
    </SayDoneProvider>
  )
}
