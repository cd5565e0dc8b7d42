import { useLocation } from 'wouter'
import { addresses, formAddress } from '../../addresses.ts'
import { saveDraft } from '../../data/drafts.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { useSayDone } from '../../ui/undo.ts'
import styles from './file-report.module.css'
import type { FormStart } from './form-start.ts'
import type { DraftKeeper } from './use-draft.ts'

export interface DraftLineProps {
  start: FormStart
  draft: DraftKeeper
}

/** Says that a draft was taken up again, and offers to be rid of it; even then it can be had back. */
export function DraftLine({ start, draft }: DraftLineProps) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  if (start.resumedAt === undefined) return null
  const discard = async () => {
    const discarded = await draft.discard()
    const restore = async () => {
      await saveDraft(db, discarded)
      navigate(formAddress(discarded.id))
    }
    sayDone({ text: 'Brouillon supprimé.', actions: [{ label: 'Annuler', onAct: () => void restore() }] })
    navigate(addresses.home, { replace: true })
  }
  return (
    <div className={styles.resumed}>
      <p>Brouillon du {formatInstant(start.resumedAt)}.</p>
      <Button variant="quiet" icon="trash" onClick={() => void discard()}>
        Supprimer le brouillon
      </Button>
    </div>
  )
}
