import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { formAddress } from '../../addresses.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { latestDraft } from '../../data/drafts.ts'
import { newDocumentId } from '../../data/new-id.ts'
import { useDatabase } from '../../data/react/database-context.ts'

/**
 * Where *Compte rendu* leads: to the draft that was left, else to a new report; a planned accompaniment, an event
 * and a half-day of training have one of their own. The address then names the report, so that a browser that is killed
 * comes back to it.
 */
export function NewReportPage() {
  const db = useDatabase()
  const search = useSearch()
  const [, navigate] = useLocation()
  const [failure, setFailure] = useState<unknown>()
  const isAsked = useRef(false)
  useEffect(() => {
    // Development runs effects twice: one report is enough.
    if (isAsked.current) return
    isAsked.current = true
    const goTo = async () => {
      const id = await idOfNew(db, search)
      navigate(search === '' ? formAddress(id) : `${formAddress(id)}?${search}`, { replace: true })
    }
    goTo().catch(setFailure)
  }, [db, navigate, search])
  if (failure !== undefined) throw failure
  return null
}

async function idOfNew(db: CoopDatabase, search: string): Promise<DocumentId> {
  const appointment = new URLSearchParams(search).get('rendez-vous')
  if (appointment !== null) {
    const { reportIdForAppointment } = await import('../../data/save-appointment.ts')
    return reportIdForAppointment(db, appointment)
  }
  const planned = new URLSearchParams(search).get('prevu')
  if (planned !== null) {
    const { reportIdForPlanned } = await import('../../data/planned-elsewhere.ts')
    return reportIdForPlanned(db, planned)
  }
  const draft = search === '' ? await latestDraft(db) : undefined
  return draft && !draft.editing ? draft.id : newDocumentId()
}
