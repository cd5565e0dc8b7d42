import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './side-by-side.module.css'

export interface SideBySideProps {
  list: ReactNode
  /** An `OpenItem` where one is open. */
  open: ReactNode
  isOpen: boolean
  /** What the right side is, to a screen reader. */
  paneLabel: string
  /** What the right side says where nothing is open. */
  hint: string
}

/**
 * A list, and beside it what is open of it, where there is room (`useWideScreen`). The row that is open says so by
 * `aria-current`. On paper what is open goes alone.
 */
export function SideBySide({ list, open, isOpen, paneLabel, hint }: SideBySideProps) {
  return (
    <div className={styles.beside}>
      <div data-print={isOpen ? 'hide' : undefined}>{list}</div>
      <section className={styles.pane} aria-label={paneLabel} data-print={isOpen ? undefined : 'hide'}>
        {isOpen ? open : <p className={styles.nothingOpen}>{hint}</p>}
      </section>
    </div>
  )
}

export interface OpenItemProps {
  /** Undefined until it is read. */
  title: string | undefined
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** What is open beside the list: its title has the focus once it is read, Escape closes it. */
export function OpenItem({ title, closeLabel, onClose, children }: OpenItemProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => {
    // The row that was open takes the focus back: the arrows go on from there.
    const row = document.querySelector<HTMLElement>('[data-row][aria-current]')
    onClose()
    row?.focus()
  }
  useEscape(close)
  const isRead = title !== undefined
  useEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true })
  }, [isRead])
  return (
    <>
      {isRead && (
        <div className={styles.paneHead}>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <span data-print="hide">
            <Button variant="quiet" icon="close" iconOnly onClick={close}>
              {closeLabel}
            </Button>
          </span>
        </div>
      )}
      {children}
    </>
  )
}

/** Escape closes what is open, unless it closes something above it. */
function useEscape(onEscape: () => void): void {
  const act = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
