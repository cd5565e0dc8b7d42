import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { useFacetCounts } from '../../data/react/use-report-search.ts'
import { DateField } from '../../ui/DateField.tsx'
import type { FilterProps } from './ChosenFilters.tsx'
import { FacetFields } from './FacetFields.tsx'
import styles from './find-report.module.css'

/** Every field that reports can be filtered by, with how many have each answer. */
export function FilterPanel({ filter, onFilter }: FilterProps) {
  const counts = useFacetCounts(filter)
  if (!counts) return null
  const day = (text: string) => calendarDaySchema.safeParse(text).data
  return (
    <div>
      <div className={styles.period}>
        <DateField
          label="Du"
          value={filter.from ?? ''}
          max={filter.to}
          onChange={({ target }) => onFilter({ ...filter, from: day(target.value) })}
        />
        <DateField
          label="Au"
          value={filter.to ?? ''}
          min={filter.from}
          onChange={({ target }) => onFilter({ ...filter, to: day(target.value) })}
        />
      </div>
      <FacetFields filter={filter} counts={counts} onFilter={onFilter} />
    </div>
  )
}
