import { useState } from 'react'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { DocumentId, ScopeId } from '../../../../domain/ids.ts'
import { countSave } from '../../../data/device-saves.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { deleteDocument, saveDocument } from '../../../data/save-document.ts'
import { askForPersistence } from '../../../data/storage-persistence.ts'
import { useSayDone } from '../../../ui/undo.ts'
import { blankValues } from '../form-values.ts'
import { judgeReport, type FormError } from '../judge-report.ts'
import type { FormField } from '../kind-form.ts'
import { bodyOf } from '../report-form.ts'

export interface FiledInWalkIn {
  id: DocumentId
  themes: readonly string[]
  minutes: number
}

export interface WalkInSetting {
  scope: ScopeId
  date: string
  /** Id of a place of activity, or `a_distance`. */
  place: string
  today: CalendarDay
}

/** Files one report after another; what stands in the way of one is said, and what was chosen stays. */
export function useWalkIn({ scope, date, place, today }: WalkInSetting) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [themes, setThemes] = useState<string[]>([])
  const [filed, setFiled] = useState<readonly FiledInWalkIn[]>([])
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [isRefused, setRefused] = useState(false)

  const undo = async (id: DocumentId, chosen: string[]) => {
    await deleteDocument(db, { collection: 'report', id })
    setFiled((before) => before.filter((one) => one.id !== id))
    setThemes(chosen)
  }
  const file = async (minutes: number) => {
    const values = { ...blankValues, scope, date, place, themes, duration: String(minutes) }
    const wrong = judgeReport(values, { today })
    setErrors(wrong)
    setRefused(false)
    if (wrong.length > 0) return
    const id = newDocumentId()
    // At once: the next tap is of the next person, and a second one on the same duration files nothing twice.
    setThemes([])
    try {
      await saveDocument(db, { scope, collection: 'report', id, body: bodyOf(values, today) })
    } catch {
      // Said on the page, and what was chosen is there again: the next tap tries again.
      setThemes((since) => (since.length > 0 ? since : themes))
      setRefused(true)
      return
    }
    void askForPersistence()
    countSave()
    setFiled((before) => [...before, { id, themes, minutes }])
    sayDone({
      text: 'Compte rendu enregistré.',
      actions: [{ label: 'Annuler', onAct: () => void undo(id, themes) }],
    })
  }
  return {
    themes,
    choose: setThemes,
    filed,
    file,
    isRefused,
    errors: {
      date: messageOf(errors, 'date'),
      place: messageOf(errors, 'place'),
      themes: messageOf(errors, 'themes'),
    },
  }
}

function messageOf(errors: readonly FormError[], field: FormField): string | undefined {
  return errors.find((error) => error.field === field)?.message
}
