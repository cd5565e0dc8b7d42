import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './Notice.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad'

export interface NoticeProps {
  tone?: NoticeTone
  /** What happened, in one sentence. */
  title: ReactNode
  /** What is safe, and what to do. */
  children?: ReactNode
  /** Buttons. */
  actions?: ReactNode
  onDismiss?: (() => void) | undefined
  /** `never` for what was there when the page opened: it is read in its place. */
  announce?: 'now' | 'never'
}

/** The words that the colour and the icon stand for. */
const tones: Record<NoticeTone, { icon: IconName; word: string }> = {
  info: { icon: 'info', word: 'Information' },
  good: { icon: 'check', word: 'C’est fait' },
  warn: { icon: 'warning', word: 'Attention' },
  bad: { icon: 'alert', word: 'Erreur' },
}

/** What the person should know now, under the header, never over what is being typed. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  onDismiss,
  announce = 'now',
}: NoticeProps) {
  const { icon, word } = tones[tone]
  const liveRole = tone === 'bad' ? 'alert' : 'status'
  return (
    <div className={styles.notice} data-tone={tone} role={announce === 'now' ? liveRole : undefined}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>
          <VisuallyHidden>{word} : </VisuallyHidden>
          {title}
        </p>
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && (
        <Button variant="quiet" icon="close" iconOnly onClick={onDismiss}>
          Fermer ce message
        </Button>
      )}
    </div>
  )
}
