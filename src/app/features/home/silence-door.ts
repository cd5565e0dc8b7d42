/**
 * What is said of a silence, read where there may be one. Named here and not on the home page: all that it is made of
 * would be named there too, in what everybody's first visit reads.
 */
export async function readOwnReminders() {
  return { default: (await import('./OwnReminders.tsx')).OwnReminders }
}
