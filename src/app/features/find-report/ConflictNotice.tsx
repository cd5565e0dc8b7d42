import type { JsonObject } from '../../../domain/json.ts'
import { keepCurrent, takeLost, type LocalConflict } from '../../data/conflicts.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TwoVersions } from './TwoVersions.tsx'

export interface ConflictNoticeProps {
  conflict: LocalConflict
  /** The report as it stands. */
  current: JsonObject
}

/** The same report was changed in two places at once: what each version says, and the choice. */
export function ConflictNotice({ conflict, current }: ConflictNoticeProps) {
  const when = formatInstant(conflict.at)
  if (conflict.kind === 'delete-vs-edit') return <LostDelete conflict={conflict} when={when} />
  return (
    <Notice tone="warn" announce="never" title={`Ce compte rendu a été modifié à deux endroits, le ${when}.`}>
      <TwoVersions conflict={conflict} current={current} />
    </Notice>
  )
}

function LostDelete({ conflict, when }: { conflict: LocalConflict; when: string }) {
  const db = useDatabase()
  return (
    <Notice
      tone="warn"
      announce="never"
      title={`Ce compte rendu a été supprimé sur un appareil et modifié sur un autre, le ${when}.`}
      actions={
        <>
          <Button onClick={() => void keepCurrent(db, conflict.id)}>Garder la version actuelle</Button>
          <Button onClick={() => void takeLost(db, conflict.id)}>Supprimer quand même</Button>
        </>
      }
    >
      <p>La modification l’a emporté&nbsp;: le compte rendu est toujours là.</p>
    </Notice>
  )
}
