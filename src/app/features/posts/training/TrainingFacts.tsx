import type { TrainingStanding } from '../../../../domain/commitments/training/training-standing.ts'
import styles from '../posts.module.css'
import { examWords, hoursWords, initialWords } from './training-sentences.ts'

/** Where a training stands, in a few lines: the path, hours, exams, modules by calendar year. */
export function TrainingFacts({ standing }: { standing: TrainingStanding }) {
  const { path, placement, exams, modules } = standing
  return (
    <dl className={styles.facts}>
      <Fact label="Parcours">{path.label}</Fact>
      <Fact label="Formation initiale">{initialWords(standing)}</Fact>
      {placement.due !== undefined && placement.due > 0 && (
        <Fact label="Stage pratique">{hoursWords(placement)}</Fact>
      )}
      <Fact label={exams.length === 1 ? 'Examen' : 'Examens'}>{exams.map(examWords).join('. ')}</Fact>
      {modules.map(({ year, due, done }) => (
        <Fact key={year} label={`Formation continue ${year}`}>
          {`${done} ${done > 1 ? 'modules suivis' : 'module suivi'}${due > 0 ? ` sur ${due}` : ''}`}
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
