/*
 * What the home page shows later than at a first visit. Named here and not on the home page: all that it is made of would
 * be named there too, in what everybody's first visit reads.
 */

/** What is said of a silence, read where there may be one. */
export async function readOwnReminders() {
  return { default: (await import('./OwnReminders.tsx')).OwnReminders }
}

/** What waits for the person, read where something may. */
export async function readToComplete() {
  return { default: (await import('./ToComplete.tsx')).ToComplete }
}
