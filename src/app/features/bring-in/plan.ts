import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { Problem } from '../../../domain/exchange/line-reading.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import type { CoopDatabase } from '../../data/database.ts'
import type { ImportedDocument } from '../../data/import-part.ts'
import { keyText, statesHere } from '../../data/known-documents.ts'

/** What is to become of a line. */
export type Fate = 'comes' | 'comes-back' | 'there' | 'refused'

export interface PlannedLine {
  /** Its number in the file. */
  readonly n: number
  readonly fate: Fate
  /** What it would be, in a few words. */
  readonly title: string
  readonly problems: readonly Problem[]
  readonly document?: ImportedDocument
}

/** What a line says before the device was asked what it has. */
export type ReadLine = Omit<PlannedLine, 'fate'>

export interface PlanContext {
  readonly db: CoopDatabase
  readonly scopes: readonly OwnScope[]
  /** Where documents go that don't say it themselves. */
  readonly scope: ScopeId
  readonly today: CalendarDay
}

export interface PlanProgress {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** How long one stretch of work may keep the page from hearing a finger. */
const sliceMs = 40

/** Reads lines a few at a time, so that the page stays alive; rejects with the signal's reason when it is left. */
export async function readSliced<T>(
  lines: readonly T[],
  read: (line: T) => ReadLine,
  { signal, onProgress }: PlanProgress,
): Promise<ReadLine[]> {
  const done: ReadLine[] = []
  let sliceEnds = performance.now() + sliceMs
  for (const line of lines) {
    done.push(read(line))
    if (performance.now() < sliceEnds) continue
    onProgress(done.length, lines.length)
    await new Promise((resolve) => setTimeout(resolve, 0))
    signal.throwIfAborted()
    sliceEnds = performance.now() + sliceMs
  }
  return done
}

/** What becomes of each line, given what the device has: nothing that is there is changed, nothing comes twice. */
export async function withFates(db: CoopDatabase, lines: readonly ReadLine[]): Promise<PlannedLine[]> {
  const states = await statesHere(
    db,
    lines.flatMap(({ document }) => document ?? []),
  )
  const seen = new Set<string>()
  return lines.map((line) => {
    if (!line.document) return { ...line, fate: 'refused' as const }
    const key = `${line.document.collection} ${keyText([line.document.scope, line.document.id])}`
    if (seen.has(key)) return refused(line, 'Cette ligne a le même identifiant qu’une ligne plus haut.')
    seen.add(key)
    const state = states.get(keyText([line.document.scope, line.document.id]))
    if (state === 'erased')
      return refused(line, 'Ces données ont été effacées pour toujours\u00A0: elles ne reviennent pas.')
    return { ...line, fate: state === undefined ? 'comes' : state === 'live' ? 'there' : 'comes-back' }
  })
}

function refused({ document: _document, ...line }: ReadLine, text: string): PlannedLine {
  return { ...line, fate: 'refused', problems: [{ text }] }
}

/** How many lines have each fate. */
export function countFates(lines: readonly PlannedLine[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { comes: 0, 'comes-back': 0, there: 0, refused: 0 }
  for (const { fate } of lines) counts[fate] += 1
  return counts
}

/** The documents that an import would bring. */
export function documentsOf(lines: readonly PlannedLine[]): ImportedDocument[] {
  return lines.flatMap(({ fate, document }) =>
    document && (fate === 'comes' || fate === 'comes-back') ? [document] : [],
  )
}
