import { rememberError } from '../data/last-errors.ts'

/** What nobody caught is kept for the page *Diagnostic*; the browser's console has it too. */
export function watchErrors(page: Window): void {
  page.addEventListener('error', ({ error }) => rememberError(error))
  page.addEventListener('unhandledrejection', ({ reason }) => rememberError(reason))
}
