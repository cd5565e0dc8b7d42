import { figureLabels, type FigureName } from '../../../../domain/seal/figure-names.ts'
import type { MonthFigures } from '../../../../domain/seal/month-figures.ts'
import { figureInWords } from '../../../../domain/seal/words.ts'
import { missionLabels, type Mission } from '../../../../domain/report/missions.ts'
import { Stack } from '../../../ui/Stack.tsx'
import styles from './vouch.module.css'

const counted = ['activities', 'accompaniments', 'minutes', 'accompanimentMinutes'] as const
const ofMissions = [
  [1, 'mission1'],
  [2, 'mission2'],
  [3, 'mission3'],
] as const satisfies readonly (readonly [Mission, FigureName])[]

/** A month in figures, and how its accompaniments cover the three missions. */
export function MonthTotals({ totals }: { totals: MonthFigures }) {
  return (
    <section aria-labelledby="chiffres-du-mois">
      <Stack>
        <h2 id="chiffres-du-mois">Le mois en chiffres</h2>
        <dl className={styles.totals}>
          {[...counted, ...(totals.eventParticipants > 0 ? (['eventParticipants'] as const) : [])].map(
            (name) => (
              <div key={name}>
                <dt>{figureLabels[name]}</dt>
                <dd>{figureInWords(name, totals[name])}</dd>
              </div>
            ),
          )}
        </dl>
        <h3>Accompagnements par mission</h3>
        <dl className={`${styles.totals} ${styles.missions}`}>
          {ofMissions.map(([mission, name]) => (
            <div key={name}>
              <dt>{missionLabels[mission]}</dt>
              <dd>{figureInWords(name, totals[name])}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.soft}>
          Un accompagnement est une personne pour une activité&nbsp;; il peut toucher plusieurs missions. Les
          heures comptent une fois par activité.
        </p>
      </Stack>
    </section>
  )
}
