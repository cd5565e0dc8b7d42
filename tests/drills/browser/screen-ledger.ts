import type { DeviceTables } from './device-tables.ts'

/** What a person saw on the screen before the browser was killed, and what was lost of it. */
export interface ScreenLedger {
  /** Notes of the reports that the screen said were saved. */
  readonly shown: Set<string>
  /** Notes of those whose button was pressed, whatever the screen said then. */
  readonly submitted: Set<string>
  /** What was typed of the report that is open, and when, in ms. */
  typed: { readonly note: string; readonly at: number }[]
}

export function newLedger(): ScreenLedger {
  return { shown: new Set(), submitted: new Set(), typed: [] }
}

/** Keystrokes older than this are on the device (I26). */
const draftWithinMs = 300

export interface Losses {
  /** Shown as saved, and not there. */
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  /** Typed longer ago than a draft takes, and in no draft nor report. */
  readonly forgotten: readonly string[]
}

/** What the device lost of what its screen had shown when it was killed. */
export function lossesOf(ledger: ScreenLedger, tables: DeviceTables, killedAt: number): Losses {
  const { lost, twice } = lostOf(ledger, tables.reports)
  const typed = ledger.typed.findLast(({ at }) => at <= killedAt - draftWithinMs)?.note ?? ''
  const isThere = [...tables.drafts, ...tables.reports].some((note) => note.startsWith(typed))
  return { lost, twice, forgotten: typed === '' || isThere ? [] : [typed] }
}

/** Of what was shown as saved, what isn't among these reports; of what was saved at all, what is there twice. */
export function lostOf(
  { shown, submitted }: ScreenLedger,
  notes: readonly string[],
): Omit<Losses, 'forgotten'> {
  const count = (note: string) => notes.filter((each) => each === note).length
  return {
    lost: [...shown].filter((note) => count(note) === 0),
    twice: [...submitted].filter((note) => count(note) > 1),
  }
}
