import { Button } from '../../ui/Button.tsx'
import styles from './read-structure.module.css'

export interface MoreActivitiesProps {
  isReading: boolean
  onMore: () => void
}

export function MoreActivities({ isReading, onMore }: MoreActivitiesProps) {
  return (
    <div className={styles.more}>
      <Button disabled={isReading} onClick={onMore}>
        {isReading ? 'Demande au serveur…' : 'Afficher les activités précédentes'}
      </Button>
    </div>
  )
}
