import { join } from 'node:path'

/*
 * What is made once for all the tests in a browser (`demonstration-folder.ts`), told to their processes by the
 * environment. Whoever else starts servers and devices, such as a drill, has none of it: each makes its own.
 */

/** Names a folder with the demonstration in it, of a server that has stopped. */
export const demonstrationVariable = 'ESPACE_COOP_DEMONSTRATION_FOLDER'
/** Ports, by commas: one for each of the processes that tests run in at a time. */
export const portsVariable = 'ESPACE_COOP_PORTS'
/** Names a folder with a browser's profile for each of the ports, in which the app is installed. */
export const profilesVariable = 'ESPACE_COOP_INSTALLED_PROFILES'

export function preparedDemonstration(): string | undefined {
  return process.env[demonstrationVariable]
}

/** The port at which this process's servers are reached, one at a time. */
export function preparedPort(): number | undefined {
  const ports = process.env[portsVariable]?.split(',') ?? []
  // Counted from 1 by vitest, for the files that run at the same time.
  const port = ports[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1]
  return port === undefined ? undefined : Number(port)
}

/** The profile of a browser that has the app of this process's servers, and in which nobody has signed in. */
export function preparedProfile(): string | undefined {
  const folder = process.env[profilesVariable]
  const port = preparedPort()
  return folder === undefined || port === undefined ? undefined : join(folder, String(port))
}
