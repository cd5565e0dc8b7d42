import { useRef, useState } from 'react'
import { isOwnFile } from '../../../domain/exchange/columns.ts'
import { likelyLayout, signatureOf } from '../../../domain/exchange/match-columns.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { reportKinds } from '../../../domain/report/kinds.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { openFile } from '../../data/files/open-file.ts'
import type { FileRefusal, Table } from '../../data/files/table.ts'
import { keepLayout, keptLayout } from '../../data/kept-layout.ts'
import { rememberError } from '../../data/last-errors.ts'
import type { PlanContext, PlannedLine, PlanProgress } from './plan.ts'
import { planEverything } from './plan-everything.ts'
import { planPlaces } from './plan-places.ts'
import { planReports, type Matching } from './plan-reports.ts'
import { recognise, type Source } from './source.ts'

/** Where one is between a file and what it brings. */
export type Step =
  | { readonly at: 'choose'; readonly refusal?: FileRefusal | 'unknown-json' | 'broken' }
  | { readonly at: 'reading'; readonly done: number; readonly total: number }
  | { readonly at: 'match'; readonly table: Table; readonly matching: Matching }
  | {
      readonly at: 'preview'
      readonly source: Source
      readonly matching?: Matching
      readonly lines: readonly PlannedLine[]
    }

export interface BringIn {
  readonly step: Step
  readonly choose: (file: File, scope: ScopeId) => void
  /** Reads the lines of another tool's file by what its columns mean, and remembers it. */
  readonly match: (table: Table, matching: Matching) => void
  readonly reviewColumns: (table: Table, matching: Matching) => void
  readonly startAgain: () => void
}

/** From a file to a preview; whatever is wrong ends where one chooses, with a sentence. */
export function useBringIn(db: CoopDatabase, context: Omit<PlanContext, 'db' | 'scope'>): BringIn {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const running = useRef<AbortController>(undefined)
  const scope = useRef<ScopeId>(undefined)
  const run = async (work: (progress: PlanProgress) => Promise<Step>) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setStep({ at: 'reading', done: 0, total: 0 })
    const onProgress = (done: number, total: number) => setStep({ at: 'reading', done, total })
    try {
      const next = await work({ signal: own.signal, onProgress })
      if (!own.signal.aborted) setStep(next)
    } catch (error) {
      if (own.signal.aborted) return
      rememberError(error)
      setStep({ at: 'choose', refusal: 'broken' })
    }
  }
  const planned = (): PlanContext => {
    if (!scope.current) throw new Error('a file is read before a structure is chosen')
    return { ...context, db, scope: scope.current }
  }
  return {
    step,
    choose: (file, chosen) => {
      scope.current = chosen
      void run((progress) => firstStep(file, planned(), progress))
    },
    match: (table, matching) => void run((progress) => previewOf(table, matching, planned(), progress)),
    reviewColumns: (table, matching) => setStep({ at: 'match', table, matching }),
    startAgain: () => {
      running.current?.abort()
      setStep({ at: 'choose' })
    },
  }
}

async function firstStep(file: File, context: PlanContext, progress: PlanProgress): Promise<Step> {
  const recognised = recognise(await openFile(file, progress.signal))
  if (!recognised.ok) return { at: 'choose', refusal: recognised.reason }
  const { source } = recognised
  switch (source.kind) {
    case 'own':
      return { at: 'preview', source, lines: await planReports(source.table, undefined, context, progress) }
    case 'places':
      return { at: 'preview', source, lines: await planPlaces(source.lines, context, progress) }
    case 'everything':
      return { at: 'preview', source, lines: await planEverything(source.documents, context, progress) }
    case 'other':
      return matchStep(source.table, context, progress)
  }
}

/** A file like one that was matched before is read at once. */
async function matchStep(table: Table, context: PlanContext, progress: PlanProgress): Promise<Step> {
  const kept = await keptLayout(context.db, signatureOf(table.heads))
  const kind = reportKinds.find((known) => known === kept?.kind)
  if (kept)
    return previewOf(
      table,
      { layout: kept.layout, meanings: kept.meanings, kind, place: kept.place },
      context,
      progress,
    )
  const matching = {
    layout: likelyLayout(table.heads),
    meanings: {},
    kind: 'individuel',
    place: undefined,
  } as const
  return { at: 'match', table, matching }
}

async function previewOf(
  table: Table,
  matching: Matching,
  context: PlanContext,
  progress: PlanProgress,
): Promise<Step> {
  await keepLayout(context.db, { signature: signatureOf(table.heads), ...matching })
  const kind = isOwnFile(table.heads) ? 'own' : 'other'
  const lines = await planReports(table, matching, context, progress)
  return { at: 'preview', source: { kind, table }, matching, lines }
}
