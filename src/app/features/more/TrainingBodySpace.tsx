import { Link } from 'wouter'
import type { TrainingBodyId } from '../../../domain/commitments/training/training-ids.ts'
import { importTrainingAddress, traineesAddress } from '../../later-addresses.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'

/** The way to whom a body trains. */
export function TrainingBodySpace({ body }: { body: TrainingBodyId }) {
  return (
    <section aria-labelledby="organisme">
      <h2 id="organisme">Pour l’organisme de formation</h2>
      <List labelledBy="organisme">
        <Link href={traineesAddress(body)} asChild>
          <ListRow icon="people" title="Stagiaires" detail="Tests, calendriers, présences, examens" />
        </Link>
        <Link href={importTrainingAddress(body)} asChild>
          <ListRow
            icon="calendar"
            title="Importer un calendrier"
            detail="Tableau (CSV, Excel) ou agenda (.ics)"
          />
        </Link>
      </List>
    </section>
  )
}
