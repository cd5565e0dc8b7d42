import { departmentName, isDepartmentCode } from '../../../../../domain/territory/departments.ts'
import { regionName } from '../../../../../domain/territory/regions-of-departments.ts'
import { SelectField } from '../../../../ui/SelectField.tsx'
import styles from '../../posts.module.css'
import {
  filteredLines,
  noFilters,
  regionOfLine,
  type DepartmentLine,
  type ReadinessFilters as Filters,
} from './readiness-lines.ts'

export interface ReadinessFiltersProps {
  departments: readonly DepartmentLine[]
  filters: Filters
  onChange: (filters: Filters) => void
}

/** A region, then a department of it. */
export function ReadinessFilters({ departments, filters, onChange }: ReadinessFiltersProps) {
  const regions = [...new Set(departments.flatMap((line) => regionOfLine(line) ?? []))]
    .map((value) => ({ value, label: regionName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
  const ofRegion = filteredLines(departments, { ...noFilters, region: filters.region })
  return (
    <search className={styles.filters} aria-label="Filtrer les territoires" data-print="hide">
      <SelectField
        label="Région"
        placeholder="Toutes"
        options={regions}
        value={filters.region}
        // A department of another region would leave nothing.
        onChange={({ target }) => onChange({ region: target.value, department: '' })}
      />
      <SelectField
        label="Département"
        placeholder="Tous"
        options={ofRegion.flatMap(({ department }) => departmentChoice(department))}
        value={filters.department}
        onChange={({ target }) => onChange({ ...filters, department: target.value })}
      />
    </search>
  )
}

function departmentChoice(code: string | null) {
  return code !== null && isDepartmentCode(code)
    ? [{ value: code, label: `${code} ${departmentName(code)}` }]
    : []
}
