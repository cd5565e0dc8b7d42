import type { LocalConflict } from '../../data/conflicts.ts'
import { keepCurrent, takeLost } from '../../data/conflicts.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Notice } from '../../ui/Notice.tsx'
import { FieldList } from './FieldList.tsx'

/** The same report was changed in two places at once: what the other version says, and the choice. */
export function ConflictNotice({ conflict }: { conflict: LocalConflict }) {
  const db = useDatabase()
  const when = formatInstant(conflict.at)
  const isDelete = conflict.kind === 'delete-vs-edit'
  return (
    <Notice
      tone="warn"
      announce="never"
      title={
        isDelete
          ? `Ce compte rendu a été supprimé ici et modifié ailleurs, le ${when}.`
          : `Ce compte rendu a été modifié à deux endroits, le ${when}.`
      }
      actions={
        <>
          <Button onClick={() => void keepCurrent(db, conflict.id)}>Garder la version actuelle</Button>
          <Button onClick={() => void takeLost(db, conflict.id)}>
            {isDelete ? 'Supprimer quand même' : 'Reprendre l’autre'}
          </Button>
        </>
      }
    >
      {isDelete ? (
        <p>La modification l’a emporté&nbsp;: le compte rendu est toujours là.</p>
      ) : (
        <>
          <p>L’autre version dit&nbsp;:</p>
          <FieldList fields={conflict.lost} withEmpty />
        </>
      )}
    </Notice>
  )
}
