import { Button } from '../../ui/Button.tsx'
import styles from './PracticeBand.module.css'

/** On every screen of the practice, the form included and on paper too: none of this is real. */
export function PracticeBand({ onLeave }: { onLeave: () => void }) {
  return (
    <aside className={styles.band} aria-label="Entraînement">
      <p>
        <strong>Entraînement</strong>&nbsp;: rien n’est envoyé ni compté.
      </p>
      <Button onClick={onLeave}>Quitter</Button>
    </aside>
  )
}
