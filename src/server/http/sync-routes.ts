import type { App } from './app.ts'

/** Routes of the protocol (sync.md 3.3). */
export async function syncRoutes(_app: App): Promise<void> {}
