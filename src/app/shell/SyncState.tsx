import { Link } from 'wouter'
import { addresses } from '../addresses.ts'
import type { SyncStatus } from '../data/sync-status.ts'
import { Icon } from '../ui/Icon.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { syncWord } from './sync-word.ts'
import styles from './SyncState.module.css'

/** In the header of every page: a word on sending, that opens its page. */
export function SyncState({ status }: { status: SyncStatus }) {
  const { icon, text, tone } = syncWord(status)
  return (
    <Link href={addresses.sync} className={styles.state} data-tone={tone} data-print="hide">
      <Icon name={icon} />
      {text}
      <VisuallyHidden>&nbsp;: voir la synchronisation</VisuallyHidden>
    </Link>
  )
}
