import { usePublicInformation } from '../data/react/use-public-information.ts'
import styles from './DemonstrationLine.module.css'

/** Said on every page of a demonstration, so that nobody takes its figures for somebody's work. */
export function DemonstrationLine() {
  const view = usePublicInformation()
  if (view.phase !== 'known' || !view.information.demonstration) return null
  return <p className={styles.line}>Démonstration&nbsp;: données inventées</p>
}
