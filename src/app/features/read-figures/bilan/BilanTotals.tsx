import { changeSentence } from '../change-sentence.ts'
import { fourTotals } from '../four-totals.ts'
import { periodWords } from '../period-words.ts'
import type { AskedTotals } from '../use-figures.ts'
import styles from './bilan.module.css'

/** The key figures, as large as a title. */
export function BilanTotals({ asked, saysChange }: { asked: AskedTotals; saysChange: boolean }) {
  return (
    <div>
      <dl className={styles.totals}>
        {fourTotals(asked).map(({ name, now, before, format, detail }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <p className={styles.amount}>{format(now)}</p>
              {saysChange && <p className={styles.change}>{changeSentence(now, before, format)}</p>}
              {detail && <p>{detail}</p>}
            </dd>
          </div>
        ))}
      </dl>
      {saysChange && (
        <p className={styles.unit}>Entre parenthèses, l’activité {periodWords(asked.before.period)}.</p>
      )}
    </div>
  )
}
