import { standingLabels, type MonthStanding } from '../../../../domain/seal/month-standing.ts'
import { Icon } from '../../../ui/Icon.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import styles from './vouch.module.css'

const icons: Readonly<Record<MonthStanding, IconName>> = {
  'not-yet': 'clock',
  'to-vouch': 'pencil',
  vouched: 'check',
  'to-review': 'warning',
}

/** The same icon and the same word wherever a month's standing is shown. */
export function StandingMark({ standing }: { standing: MonthStanding }) {
  return (
    <span className={styles.standing} data-standing={standing}>
      <Icon name={icons[standing]} />
      {standingLabels[standing]}
    </span>
  )
}
