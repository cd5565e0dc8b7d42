import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './UndoBar.module.css'

export interface UndoMessage {
  /** Another id begins the time again. */
  id: string
  /** What was done: « Compte rendu enregistré. » */
  text: string
  actions?: readonly { label: string; onAct: () => void }[]
}

export interface UndoBarProps {
  /** Keep the bar on the page, and give it a message when there is one: a region that is there is announced. */
  message: UndoMessage | null
  /** Called when the time is over, when the person closes it, and after an action. */
  onDismiss: () => void
  seconds?: number
}

/** What was just done, and the way back, within reach of the thumb. Its time stops while it is pointed at or focused. */
export function UndoBar({ message, onDismiss, seconds = 10 }: UndoBarProps) {
  const [isHeld, setHeld] = useState(false)
  useDismissal(message?.id, isHeld, seconds, onDismiss)
  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <div className={styles.place} data-print="hide">
      <div
        className={message ? styles.bar : undefined}
        onPointerEnter={hold}
        onPointerLeave={release}
        onFocus={hold}
        onBlur={release}
      >
        <output className={styles.text}>{message?.text}</output>
        {message && (
          <div className={styles.actions}>
            {message.actions?.map(({ label, onAct }) => (
              <Button
                key={label}
                variant="quiet"
                onClick={() => {
                  onAct()
                  onDismiss()
                }}
              >
                {label}
              </Button>
            ))}
            <Button variant="quiet" icon="close" iconOnly onClick={onDismiss}>
              Fermer
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function useDismissal(id: string | undefined, isHeld: boolean, seconds: number, onDismiss: () => void): void {
  const dismiss = useEffectEvent(onDismiss)
  useEffect(() => {
    if (id === undefined || isHeld) return undefined
    const timer = setTimeout(dismiss, seconds * 1000)
    return () => clearTimeout(timer)
  }, [id, isHeld, seconds])
}
