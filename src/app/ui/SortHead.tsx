/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a table drawn as blocks, on a phone, isn't a table any more for some browsers unless its roles are written */
import styles from './DataTable.module.css'

/** By which column, and which way. */
export interface Sort {
  key: string
  direction: 'ascending' | 'descending'
}

export interface SortHeadProps {
  column: { key: string; head: string; align?: 'text' | 'number'; wraps?: boolean; sortable?: boolean }
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

/** The head of a column; a button when one may sort by it. */
export function SortHead({ column: { key, head, align, wraps, sortable }, sort, onSort }: SortHeadProps) {
  const direction = sort?.key === key ? sort.direction : undefined
  const turned = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th
      className={styles.headCell}
      scope="col"
      role="columnheader"
      aria-sort={direction}
      data-align={align}
      data-wraps={wraps}
    >
      {sortable && onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort({ key, direction: turned })}>
          {head}
          <span className={styles.arrow} data-direction={direction} aria-hidden="true" />
        </button>
      ) : (
        head
      )}
    </th>
  )
}
