import { rememberError } from './last-errors.ts'

const key = 'espace-coop:saves'

/** A report was saved here: after the second one, the app may offer to be installed (sync.md P35). */
export function countSave(): void {
  try {
    localStorage.setItem(key, String(savesOnDevice() + 1))
  } catch (refusal) {
    // Only an offer waits for it; the report itself is saved.
    rememberError(refusal)
  }
}

export function savesOnDevice(): number {
  const kept = Number(localStorage.getItem(key) ?? 0)
  return Number.isFinite(kept) ? kept : 0
}
