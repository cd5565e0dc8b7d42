import { useEffect, useRef, useState } from 'react'
import type { CoopDatabase } from '../../data/database.ts'
import type { ImportedDocument } from '../../data/import-part.ts'
import {
  beginImport,
  closeImport,
  continueImport,
  importState,
  takeBackImport,
  type ImportState,
} from '../../data/imports.ts'
import { rememberError } from '../../data/last-errors.ts'

export interface OwnImport {
  /** Undefined while it isn't known, null where there is none. */
  readonly state: ImportState | null | undefined
  readonly doing: 'nothing' | 'bringing' | 'taking-back'
  readonly hasFailed: boolean
  readonly begin: (documents: readonly ImportedDocument[]) => void
  readonly goOn: () => void
  readonly stop: () => void
  readonly takeBack: () => void
  readonly close: () => void
}

/** The import of this device: begun, going on, stopped, or over and not closed yet. A page that is left stops it. */
export function useImport(db: CoopDatabase): OwnImport {
  const [state, setState] = useState<ImportState | null>()
  const [doing, setDoing] = useState<OwnImport['doing']>('nothing')
  const [hasFailed, setFailed] = useState(false)
  const running = useRef<AbortController>(undefined)
  const look = async () => setState((await importState(db)) ?? null)
  useEffect(() => {
    void importState(db).then((found) => setState(found ?? null))
    return () => running.current?.abort()
  }, [db])
  const run = async (what: OwnImport['doing'], work: (signal: AbortSignal) => Promise<void>) => {
    const own = new AbortController()
    running.current = own
    setFailed(false)
    setDoing(what)
    try {
      await work(own.signal)
    } catch (error) {
      rememberError(error)
      setFailed(true)
    } finally {
      setDoing('nothing')
      await look()
    }
  }
  const bring = async (signal: AbortSignal) => {
    await look()
    await continueImport(db, { signal, onProgress: (count) => setState((before) => moved(before, count)) })
  }
  return {
    state,
    doing,
    hasFailed,
    begin: (documents) =>
      void run('bringing', async (signal) => {
        await beginImport(db, documents)
        await bring(signal)
      }),
    goOn: () => void run('bringing', bring),
    stop: () => running.current?.abort(),
    takeBack: () =>
      void run('taking-back', () =>
        takeBackImport(db, (count) => setState((before) => moved(before, -count))),
      ),
    close: () => void closeImport(db).then(look),
  }
}

function moved(state: ImportState | null | undefined, count: number): ImportState | null {
  return state ? { ...state, done: Math.max(0, state.done + count) } : null
}
