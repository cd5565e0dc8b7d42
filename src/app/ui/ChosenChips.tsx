import { Button } from './Button.tsx'
import styles from './filters.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface ChosenChip {
  key: string
  label: string
  onRemove: () => void
}

/** What a list is filtered by, each to be taken away in one tap. */
export function ChosenChips({ chips }: { chips: readonly ChosenChip[] }) {
  if (chips.length === 0) return null
  return (
    <ul className={styles.chosen} aria-label="Filtres choisis">
      {chips.map(({ key, label, onRemove }) => (
        <li key={key}>
          <Button icon="close" onClick={onRemove}>
            <span>
              <VisuallyHidden>Retirer le filtre&nbsp;: </VisuallyHidden>
              {label}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
