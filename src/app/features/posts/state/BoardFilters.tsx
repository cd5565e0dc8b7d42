import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import { departmentName, isDepartmentCode } from '../../../../domain/territory/departments.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../posts.module.css'
import type { PostFilters } from './post-filters.ts'
import { stateWords } from './post-words.ts'

export interface BoardFiltersProps {
  posts: readonly TerritoryPost[]
  filters: PostFilters
  isNational: boolean
  onChange: (filters: PostFilters) => void
}

/** What the board is narrowed by. */
export function BoardFilters({ posts, filters, isNational, onChange }: BoardFiltersProps) {
  const set = (change: Partial<Record<keyof PostFilters, string>>) =>
    // The options below give no other values.
    onChange({ ...filters, ...(change as Partial<PostFilters>) })
  const states = [...new Set(posts.map(({ state }) => state))]
  return (
    <search className={styles.filters} aria-label="Filtrer les postes" data-print="hide">
      {isNational && (
        <SelectField
          label="Département"
          placeholder="Tous"
          options={departmentsOf(posts)}
          value={filters.department}
          onChange={({ target }) => set({ department: target.value })}
        />
      )}
      <SelectField
        label="État"
        placeholder="Tous"
        options={states.map((state) => ({ value: state, label: stateWords[state] }))}
        value={filters.state}
        onChange={({ target }) => set({ state: target.value })}
      />
      <SelectField
        label="Vacant depuis au moins"
        placeholder="Peu importe"
        options={monthChoices(['1', '2', '3', '6'])}
        value={filters.vacantMonths}
        onChange={({ target }) => set({ vacantMonths: target.value })}
      />
      <SelectField
        label="Échéance dans"
        placeholder="Peu importe"
        options={monthChoices(['1', '3', '6'])}
        value={filters.endsWithin}
        onChange={({ target }) => set({ endsWithin: target.value })}
      />
      <SelectField
        label="Transfert ou retour"
        placeholder="Peu importe"
        options={moves}
        value={filters.moved}
        onChange={({ target }) => set({ moved: target.value })}
      />
      <TextField
        label="Structure ou numéro"
        type="search"
        autoComplete="off"
        maxLength={100}
        value={filters.words}
        onChange={({ target }) => set({ words: target.value })}
      />
    </search>
  )
}

const moves: readonly { value: Exclude<PostFilters['moved'], ''>; label: string }[] = [
  { value: 'transferred', label: 'Transférés' },
  { value: 'transferred-year', label: 'Transférés depuis un an' },
  { value: 'returned', label: 'Rendus, ou à rendre' },
  { value: 'returned-year', label: 'Rendus depuis un an, ou à rendre' },
]

function monthChoices(months: readonly string[]) {
  return months.map((value) => ({ value, label: `${value} mois` }))
}

function departmentsOf(posts: readonly TerritoryPost[]) {
  return [...new Set(posts.flatMap(({ department }) => department ?? []))].sort().map((code) => ({
    value: code,
    label: isDepartmentCode(code) ? `${code} ${departmentName(code)}` : code,
  }))
}
