import { facetWords, type FacetNames } from '../../../../domain/report/search/facet-words.ts'
import { periodWords } from '../period-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import styles from './bilan.module.css'

export interface BilanHeadProps {
  title: string
  /** Who it is of: an advisor with their structures, or a structure. */
  whose: string
  /** Whose accompaniments are counted, by name, where it is of several people. */
  advisors: readonly string[]
  asked: AskedFigures
  names: FacetNames
}

/** What it is, of whom, of which days, and of which activities where some were left out. */
export function BilanHead({ title, whose, advisors, asked: { period, question }, names }: BilanHeadProps) {
  const filters = question.values.map((value) => facetWords(value, names))
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.whose}>{whose}</p>
      <p>Activité {periodWords(period)}</p>
      {filters.length > 0 && <p>Seulement les activités qui ont&nbsp;: {filters.join(', ')}.</p>}
      {advisors.length > 0 && (
        <p>
          {advisors.length > 1 ? 'Ont accompagné le public' : 'A accompagné le public'}&nbsp;:{' '}
          {advisors.join(', ')}.
        </p>
      )}
    </header>
  )
}
