import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import { Button } from '../../ui/Button.tsx'
import { formatMonth } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'
import { Status } from '../../ui/Status.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { noFilter, type ActivityFilter } from './activity-filter.ts'
import styles from './read-structure.module.css'

export interface ActivityFiltersProps {
  /** All that was read so far: what one may filter by. */
  activities: readonly PermittedActivity[]
  filter: ActivityFilter
  onChange: (filter: ActivityFilter) => void
  found: number
  /** Whether there are older ones that were not read. */
  hasMore: boolean
}

/** By advisor and by month, over what was read. */
export function ActivityFilters({ activities, filter, onChange, found, hasMore }: ActivityFiltersProps) {
  const advisors = new Map<string, string>(
    activities.map(({ advisorId, advisorName }) => [advisorId, advisorName]),
  )
  const months = new Map(activities.map(({ date }) => [date.slice(0, 7), formatMonth(date)]))
  const isFiltered = filter.advisor !== '' || filter.month !== ''
  const who = advisors.get(filter.advisor) ?? 'Tout le monde'
  const when = months.get(filter.month) ?? 'tous les mois'
  return (
    <>
      <div className={styles.filters} data-print="hide">
        <SelectField
          label="Qui"
          placeholder="Tout le monde"
          options={[...advisors].map(([value, label]) => ({ value, label }))}
          value={filter.advisor}
          onChange={({ target }) => onChange({ ...filter, advisor: target.value })}
        />
        <SelectField
          label="Mois"
          placeholder="Tous"
          options={[...months].map(([value, label]) => ({ value, label }))}
          value={filter.month}
          onChange={({ target }) => onChange({ ...filter, month: target.value })}
        />
        {isFiltered && (
          <Button variant="quiet" icon="close" onClick={() => onChange(noFilter)}>
            Tout effacer
          </Button>
        )}
        <div className={styles.found}>
          <Status>{counted(found, 'activité affichée', 'activités affichées')}</Status>
        </div>
      </div>
      <p data-print="only" aria-hidden="true">
        {who}, {when}&nbsp;: {counted(found, 'activité', 'activités')}
        {hasMore && ', les plus récentes'}.
      </p>
    </>
  )
}
