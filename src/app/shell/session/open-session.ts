import { sessionStore } from '../../data/session-store.ts'
import { adoptOtherPerson, refreshSession, rememberedPerson } from '../../data/session.ts'
import { takeExpectedSignIn } from './expected-sign-in.ts'

/**
 * Opens the app at once for the person remembered here, then asks the server whose session it is, and again when the
 * network comes back or the page is shown. One who comes back from the issuer waits for the answer: the app is then
 * theirs, whoever was remembered.
 */
export function openSession(page: Window): void {
  if (takeExpectedSignIn()) adoptWhoeverComes()
  else {
    const person = rememberedPerson()
    if (person) sessionStore.change({ person })
  }
  const refresh = () => {
    if (page.document.visibilityState === 'visible') void refreshSession()
  }
  page.addEventListener('online', refresh)
  page.document.addEventListener('visibilitychange', refresh)
  void refreshSession()
}

/** Heard before the pages are: they never see the person that was remembered. */
function adoptWhoeverComes(): void {
  const stop = sessionStore.subscribe(() => {
    const { state } = sessionStore.current()
    stop()
    if (state === 'other-person') adoptOtherPerson()
  })
}
