const key = 'espace-coop:signing-in'

/** The person leaves for the issuer: whoever comes back is whom the app is to be open for. */
export function expectSignIn(): void {
  sessionStorage.setItem(key, 'yes')
}

/** Whether one comes back from the issuer, in this tab; said once. */
export function takeExpectedSignIn(): boolean {
  const isExpected = sessionStorage.getItem(key) !== null
  sessionStorage.removeItem(key)
  return isExpected
}
