import { useLocation } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { scopeIdSchema, type DocumentId } from '../../../domain/ids.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { addresses, formAddress, formLikeAddress } from '../../addresses.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { countSave } from '../../data/device-saves.ts'
import { saveDraft } from '../../data/drafts.ts'
import { deleteDocument, saveDocument, type DocumentSave } from '../../data/save-document.ts'
import { askForPersistence } from '../../data/storage-persistence.ts'
import { useSayDone } from '../../ui/undo.ts'
import { draftOf } from './draft-values.ts'
import type { ReportFormValues } from './form-values.ts'
import { kindFormOf } from './kind-form.ts'
import type { DraftKeeper } from './use-draft.ts'

export interface SaveInput {
  db: CoopDatabase
  id: DocumentId
  before: JsonObject | undefined
  draft: DraftKeeper
}

/** Saves what the form says, then goes to the list, where the new line is marked and all can be undone. */
export function useSave({ db, id, before, draft }: SaveInput) {
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  return async (values: ReportFormValues, today: CalendarDay): Promise<void> => {
    const scope = scopeIdSchema.parse(values.scope)
    const target = { scope, collection: 'report', id } as const
    const form = await kindFormOf(values.kind)
    const body = form.bodyOf(values, today, before)
    draft.pause()
    try {
      await saveReport(db, { ...target, body, draftId: id, ...(before && { before }) }, values.appointment)
    } catch (error) {
      draft.resume()
      throw error
    }
    // Still in the gesture of the person, where browsers listen to it (sync.md P15); nothing waits for the answer.
    void askForPersistence()
    if (!before) countSave()
    const undo = async () => {
      if (before) return saveDocument(db, { ...target, body: before, before: body })
      await deleteDocument(db, target)
      // What was typed is not lost with the report: it is a draft again.
      await saveDraft(db, draftOf({ id, values, before, updatedAt: Date.now() }))
      navigate(formAddress(id))
    }
    const again = { label: 'Refaire', onAct: () => navigate(formLikeAddress('refaire', id)) }
    const next = { label: 'Personne suivante', onAct: () => navigate(formLikeAddress('suivante', id)) }
    sayDone({
      text: before ? 'Modification enregistrée.' : 'Compte rendu enregistré.',
      actions: [{ label: 'Annuler', onAct: () => void undo() }, ...(before ? [] : [again, next])],
    })
    navigate(addresses.reports, { replace: true, state: { marked: id } })
  }
}

/** With the planned accompaniment that it is filed on, whose code is read only then. */
async function saveReport(db: CoopDatabase, save: DocumentSave, appointment: string): Promise<void> {
  if (appointment === '') return saveDocument(db, save)
  const { saveReportOnAppointment } = await import('../../data/save-appointment.ts')
  return saveReportOnAppointment(db, save, appointment)
}
