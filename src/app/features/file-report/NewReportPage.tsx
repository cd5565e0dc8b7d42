import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formAddress } from '../../addresses.ts'
import { latestDraft } from '../../data/drafts.ts'
import { newDocumentId } from '../../data/new-id.ts'
import { useDatabase } from '../../data/react/database-context.ts'

/**
 * Where *Compte rendu* leads: to the draft that was left, else to a new report. The address then names the report, so
 * that a browser that is killed comes back to it.
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
      const draft = search === '' ? await latestDraft(db) : undefined
      const id = draft && !draft.editing ? draft.id : newDocumentId()
      navigate(search === '' ? formAddress(id) : `${formAddress(id)}?${search}`, { replace: true })
    }
    goTo().catch(setFailure)
  }, [db, navigate, search])
  if (failure !== undefined) throw failure
  return null
}
