import { daysOfMonth } from '../../../domain/calendar-month.ts'
import { formatMonth } from '../../ui/format/date.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import styles from './readings.module.css'
import type { ChosenMonth } from './use-month-in-address.ts'

export function MonthField({ month, months, choose }: ChosenMonth) {
  return (
    <div className={styles.month} data-print="hide">
      <SelectField
        label="Mois"
        options={months.map((value) => ({ value, label: formatMonth(daysOfMonth(value).from) }))}
        value={month}
        onChange={({ target }) => {
          const chosen = months.find((one) => one === target.value)
          if (chosen) choose(chosen)
        }}
      />
    </div>
  )
}
