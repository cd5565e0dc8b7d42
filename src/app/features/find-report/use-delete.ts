import { useLocation, useSearch } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { addresses, reportAddress } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { deleteDocument, restoreDocument } from '../../data/save-document.ts'
import { useSayDone } from '../../ui/undo.ts'
import { withQuery } from '../../data/filter-address.ts'

/** Deletes a report at once, without a question: it can be had back. */
export function useDelete(id: DocumentId): () => Promise<void> {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const search = useSearch()
  const document = { collection: 'report', id } as const
  const restore = async () => {
    await restoreDocument(db, document)
    navigate(withQuery(reportAddress(id), search))
  }
  return async () => {
    await deleteDocument(db, document)
    sayDone({
      text: 'Compte rendu supprimé.',
      actions: [{ label: 'Annuler', onAct: () => void restore() }],
    })
    navigate(withQuery(addresses.reports, search), { replace: true })
  }
}
