import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import { addMonths, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { formatNumber } from '../../../ui/format/number.ts'
import styles from '../posts.module.css'
import { endsBy, isTransferredSince, isVacantSince, lastTransfer } from './post-filters.ts'

/** How many posts there are of each state, and what asks to be looked at. */
export function BoardTotals({ posts, today }: { posts: readonly TerritoryPost[]; today: CalendarDay }) {
  const count = (keeps: (post: TerritoryPost) => boolean) => formatNumber(posts.filter(keeps).length)
  const vacantSince = (months: number) => (post: TerritoryPost) =>
    isVacantSince(post, addMonths(today, -months))
  return (
    <dl className={styles.totals}>
      <Total label="Occupés" count={count(({ state }) => state === 'occupied')} />
      <Total
        label="Vacants"
        count={count(({ state }) => state === 'vacant')}
        detail={`dont ${count(vacantSince(3))} depuis trois mois, ${count(vacantSince(6))} depuis six mois`}
      />
      <Total label="Rendus" count={count(({ state }) => state === 'returned')} />
      <Total
        label="Transférés"
        count={count((post) => lastTransfer(post) !== undefined)}
        detail={`dont ${count((post) => isTransferredSince(post, addMonths(today, -12)))} depuis un an`}
      />
      <Total
        label="Échéances dans les trois mois"
        count={count((post) => endsBy(post, today, addMonths(today, 3)))}
        detail="contrat ou convention"
      />
    </dl>
  )
}

function Total({ label, count, detail }: { label: string; count: string; detail?: string }) {
  return (
    <div className={styles.total}>
      <dt>{label}</dt>
      <dd className={styles.count}>{count}</dd>
      {detail && <dd className={styles.detail}>{detail}</dd>}
    </div>
  )
}
