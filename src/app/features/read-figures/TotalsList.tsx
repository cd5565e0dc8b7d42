import { Link } from 'wouter'
import type { Period } from '../../../domain/statistics/period.ts'
import { periodWords } from './period-words.ts'
import styles from './read-figures.module.css'

export interface ListedTotal {
  readonly name: string
  readonly amount: string
  /** What it is made of, where that says more. */
  readonly detail: string | undefined
  /** How it changed since the period before; undefined where that isn't told. */
  readonly change: string | undefined
  /** Still being counted. */
  readonly isPending?: boolean
}

export interface TotalsListProps {
  totals: readonly ListedTotal[]
  /** Undefined where totals are compared with nothing. */
  before: Period | undefined
  /** Of the reports that are counted, where they are here. */
  address?: string | undefined
}

/** Totals side by side, each with how it changed. */
export function TotalsList({ totals, before, address }: TotalsListProps) {
  return (
    <>
      <dl className={styles.totals}>
        {totals.map(({ name, amount, detail, change, isPending }) => (
          <div key={name} className={styles.total} aria-busy={isPending}>
            <dt>{name}</dt>
            <dd>
              {address === undefined ? (
                <span className={styles.amount}>{amount}</span>
              ) : (
                <Link href={address} className={styles.amount}>
                  {amount}
                </Link>
              )}
              {detail && <p>{detail}</p>}
              <p className={styles.change}>{change}</p>
            </dd>
          </div>
        ))}
      </dl>
      {before && <p className={styles.rule}>Entre parenthèses, {periodWords(before)}.</p>}
    </>
  )
}
