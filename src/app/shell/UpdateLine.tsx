import { Button } from '../ui/Button.tsx'
import styles from './UpdateLine.module.css'
import { useUpdate } from './updates/use-update.ts'

/** A newer build is ready: a quiet line, away from forms. It is taken at the next page anyway. */
export function UpdateLine() {
  const { ready, apply } = useUpdate()
  return (
    <output className={styles.line} data-print="hide">
      {ready && (
        <>
          Une nouvelle version est prête.
          <Button variant="quiet" onClick={apply}>
            Mettre à jour
          </Button>
        </>
      )}
    </output>
  )
}
