import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

export interface DialogProps {
  open: boolean
  title: ReactNode
  /** Escape and the cross: what was asked isn't done. A touch beside does nothing, so that nothing typed is lost. */
  onClose: () => void
  /** Buttons: what is to be done first, then the way out. */
  actions?: ReactNode
  children?: ReactNode
}

/** A question that must be answered before anything else. The focus comes back to where it was. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ title, onClose, actions, children }: Omit<DialogProps, 'open'>) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // In the layout phase: closed while still on the page, it gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The caller closes it, by its state; the browser alone would leave the two disagreeing.
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        <Button variant="quiet" icon="close" iconOnly onClick={onClose}>
          Fermer
        </Button>
      </div>
      {children && <div className={styles.body}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  )
}
