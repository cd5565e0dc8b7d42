import { Link } from 'wouter'
import { changeSentence } from './change-sentence.ts'
import { periodWords } from './period-words.ts'
import { reportsAddress } from './counted-reports.ts'
import { fourTotals } from './four-totals.ts'
import styles from './read-figures.module.css'
import type { AskedTotals } from './use-figures.ts'

/** Four totals, each with what it was in the period before, and a way to the reports that it counts where they are here. */
export function Totals({ asked }: { asked: AskedTotals }) {
  const { period, before } = asked
  const address = reportsAddress(asked, period)
  return (
    <>
      <dl className={styles.totals}>
        {fourTotals(asked).map(({ name, now, before: then, format, detail }) => (
          <div key={name} className={styles.total}>
            <dt>{name}</dt>
            <dd>
              {address === undefined ? (
                <span className={styles.amount}>{format(now)}</span>
              ) : (
                <Link href={address} className={styles.amount}>
                  {format(now)}
                </Link>
              )}
              {detail && <p>{detail}</p>}
              <p className={styles.change}>{changeSentence(now, then, format)}</p>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.rule}>Entre parenthèses, {periodWords(before.period)}.</p>
    </>
  )
}
