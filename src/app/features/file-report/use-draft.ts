import { useCallback, useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { DocumentId } from '../../../domain/ids.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { discardDraft, saveDraft, type Draft } from '../../data/drafts.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { draftOf } from './draft-values.ts'
import type { ReportFormValues } from './form-values.ts'

/** How long after a change it is on the device, at most (I26 says 300 ms). */
const keepWithinMs = 250

export interface DraftKeeper {
  /** The device keeps nothing of what is typed. */
  isRefused: boolean
  /** The person has done something in the form: from now on what it holds is kept. */
  begin: () => void
  /** Nothing more is kept: the report is being saved, or the draft discarded. */
  pause: () => void
  /** Keeps again, and at once what was typed: the save failed. */
  resume: () => void
  /** Takes the draft off the device, and gives what it held. */
  discard: () => Promise<Draft>
}

export interface DraftInput {
  db: CoopDatabase
  id: DocumentId
  /** The report that is edited, as it was when the person began. */
  before: JsonObject | undefined
  /** What the form opened with is a draft already. */
  isResumed: boolean
  form: UseFormReturn<ReportFormValues>
}

/** Keeps what is typed: on the device within 300 ms of each change, and at once when the page is left or hidden. */
export function useDraft({ db, id, before, isResumed, form }: DraftInput): DraftKeeper {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isRefused, setRefused] = useState(false)
  const isBegun = useRef(false)
  const isPaused = useRef(false)

  const keep = useCallback(() => {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    saveDraft(db, draftOf({ id, values: form.getValues(), before, updatedAt: Date.now() })).then(
      () => setRefused(false),
      // Its last resort refused too (sync.md P10): the person must know.
      () => setRefused(true),
    )
  }, [db, id, before, form])

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        if (isBegun.current && !isPaused.current) timer.current ??= setTimeout(keep, keepWithinMs)
      },
    })
    const keepWhenHidden = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    document.addEventListener('visibilitychange', keepWhenHidden)
    window.addEventListener('pagehide', keep)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', keepWhenHidden)
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [form, keep])

  // What was kept is gone with the database: kept again at once.
  useEffect(
    () =>
      db.onLoss(() => {
        if (isPaused.current || !(isBegun.current || isResumed)) return
        timer.current ??= setTimeout(keep, 0)
        keep()
      }),
    [db, isResumed, keep],
  )

  const begin = useCallback(() => {
    isBegun.current = true
  }, [])
  const pause = useCallback(() => {
    isPaused.current = true
    clearTimeout(timer.current)
    timer.current = undefined
  }, [])
  const resume = useCallback(() => {
    isPaused.current = false
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, 0)
  }, [keep])
  const discard = useCallback(async () => {
    pause()
    await discardDraft(db, id)
    return draftOf({ id, values: form.getValues(), before, updatedAt: Date.now() })
  }, [db, id, before, form, pause])
  return { isRefused, begin, pause, resume, discard }
}
