import { personIdSchema, type PersonId } from '../../domain/ids.ts'

const prefix = 'send:'

/** Name under which the browser is asked to wake the service worker for a person's waiting reports. */
export function backgroundSendTag(person: PersonId): string {
  return prefix + person
}

/** Whose reports a tag asks to send; undefined where the tag isn't one of ours. */
export function personOfTag(tag: string): PersonId | undefined {
  return tag.startsWith(prefix) ? personIdSchema.safeParse(tag.slice(prefix.length)).data : undefined
}

/**
 * Asks the browser to wake the service worker when the network is back, even with the app closed. Only Chromium has
 * it (P17): it comes on top of the page's own sending, and its refusal changes nothing.
 *
 * @returns whether the browser has agreed
 */
export async function askForBackgroundSend(
  registration: ServiceWorkerRegistration,
  person: PersonId,
): Promise<boolean> {
  if (!('sync' in registration)) return false
  // The interface is Chromium's alone and not in TypeScript's library.
  const manager = registration.sync as { register(tag: string): Promise<void> }
  return manager.register(backgroundSendTag(person)).then(
    () => true,
    () => false,
  )
}
