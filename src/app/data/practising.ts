/* Whether this tab practises, apart from what practising is: every start asks, and hardly any needs the rest. */

const key = 'espace-coop:practice'

export function isPractising(): boolean {
  return sessionStorage.getItem(key) !== null
}

/** From the next page load on; it ends with the tab at the latest. */
export function beginPractice(): void {
  sessionStorage.setItem(key, '1')
}

export function forgetPractice(): void {
  sessionStorage.removeItem(key)
}
