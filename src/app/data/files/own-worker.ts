/** The part of the Trusted Types API that is used here; not in TypeScript's library. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy
}

interface ScriptPolicy {
  createScriptURL(url: string): object
}

let policy: ScriptPolicy | undefined

/** Starts a worker of ours: under Trusted Types only this policy may name its script, and none of another origin. */
export function ownWorker(address: string): Worker {
  // A TrustedScriptURL is taken where a text is typed; the browser needs the object itself.
  return new Worker((trusted(address) ?? address) as string, { type: 'module' })
}

function trusted(address: string): object | undefined {
  // The browser's own object, where it has it.
  const factory = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypesFactory) : undefined
  // A policy can be made once.
  policy ??= factory?.createPolicy('espace-coop-files', { createScriptURL: sameOrigin })
  return policy?.createScriptURL(address)
}

function sameOrigin(url: string): string {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError('a worker of another origin')
  return url
}
