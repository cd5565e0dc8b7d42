/** What broke on this device, for the page *Diagnostic*: names and places in the code, never what a person typed. */
export interface RememberedError {
  at: number
  name: string
  /** Where in the code: the first lines of the stack, without addresses. */
  where: string
}

const key = 'espace-coop:last-errors'
const keptErrors = 5
const keptLines = 4

export function rememberError(error: unknown, componentStack?: string): void {
  const entry = { at: Date.now(), name: nameOf(error), where: whereOf(error, componentStack) }
  try {
    localStorage.setItem(key, JSON.stringify([entry, ...lastErrors()].slice(0, keptErrors)))
  } catch (refusal) {
    // Storage is full or refused: the error still shows on the page, and here for this visit.
    unkept = [entry, { at: entry.at, name: nameOf(refusal), where: 'last-errors' }]
  }
}

export function lastErrors(): RememberedError[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return [...unkept, ...(Array.isArray(kept) ? kept.filter(isRemembered) : [])]
  } catch {
    // Damaged by another program: nothing that can be told.
    return unkept
  }
}

let unkept: RememberedError[] = []

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** Messages are left out: they may quote what was typed. */
function whereOf(error: unknown, componentStack: string | undefined): string {
  const stack = componentStack ?? (error instanceof Error ? error.stack : undefined) ?? ''
  const lines = stack.split('\n').filter((line) => /^\s*(at\b|\w*@)/.test(line))
  return lines
    .slice(0, keptLines)
    .map((line) => line.trim().replace(/https?:\/\/[^/\s]+/g, ''))
    .join(' ← ')
}

function isRemembered(value: unknown): value is RememberedError {
  return typeof value === 'object' && value !== null && 'at' in value && 'name' in value && 'where' in value
}
