import styles from './Icon.module.css'
import { iconPaths, type IconName } from './icon-paths.ts'

export interface IconProps {
  name: IconName
  /** `text` follows the size of the letters beside it; `large` is for an empty page. */
  size?: 'text' | 'large'
}

/** A drawing that repeats what a word beside it says: never announced, never alone. */
export function Icon({ name, size = 'text' }: IconProps) {
  return (
    <svg className={styles.icon} data-size={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  )
}
