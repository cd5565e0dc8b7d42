import type { ReactNode } from 'react'
import { formatNumber } from '../../ui/format/number.ts'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import styles from './bring-in.module.css'

export interface ProgressLineProps {
  label: string
  done: number
  /** 0 while nobody knows yet. */
  total: number
  /** Buttons. */
  children: ReactNode
}

/** How far something is that takes a moment, and the way to stop it. */
export function ProgressLine({ label, done, total, children }: ProgressLineProps) {
  return (
    <Stack gap="close">
      <label className={styles.progress}>
        <span>
          {label}
          {total > 0 && `\u00A0: ${formatNumber(done)} sur ${formatNumber(total)}`}
        </span>
        <progress {...(total > 0 ? { value: done, max: total } : {})} />
      </label>
      <Row>{children}</Row>
    </Stack>
  )
}
