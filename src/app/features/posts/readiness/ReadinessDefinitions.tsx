import type { ReadinessMeasure } from '../../../../domain/commitments/readiness/advisor-readiness.ts'
import { readinessNotes, readinessWords } from '../../../../domain/commitments/readiness/readiness-words.ts'
import { Prose } from '../../../ui/Prose.tsx'
import styles from '../posts.module.css'

export interface ReadinessDefinitionsProps {
  measures: readonly ReadinessMeasure[]
  /** What else a reader needs to know, after what each column says. */
  others: readonly { readonly name: string; readonly words: string }[]
}

/** What each column says, in plain words: on the page and on paper. */
export function ReadinessDefinitions({ measures, others }: ReadinessDefinitionsProps) {
  const all = [
    ...measures.map((measure) => ({
      name: readinessWords[measure].label,
      words: readinessWords[measure].definition,
    })),
    { name: 'On ne sait pas', words: readinessNotes.unknown },
    ...others,
  ]
  return (
    <section aria-labelledby="definitions">
      <h2 id="definitions">Ce que disent ces colonnes</h2>
      <Prose>
        <dl className={styles.definitions}>
          {all.map(({ name, words }) => (
            <div key={name}>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Prose>
    </section>
  )
}
