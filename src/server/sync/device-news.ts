import type { DeviceNote } from '../store/sync-devices.ts'
import type { KnownDevice } from '../store/sync-standing.ts'

/** A device that polls each minute and has nothing new to say is written down every ten minutes. */
const noteEveryMs = 600_000

/** Whether what a device says of itself with a request is worth writing down. */
export function isNews(
  note: DeviceNote,
  known:
    (Pick<KnownDevice, 'app' | 'queued' | 'lastSeen'> & Partial<Pick<KnownDevice, 'cursors'>>) | undefined,
): boolean {
  if (!known?.lastSeen || known.app !== note.app) return true
  if (note.queued !== undefined && note.queued !== known.queued) return true
  if (Date.parse(note.at) - Date.parse(known.lastSeen) >= noteEveryMs) return true
  const { cursors = {} } = note
  return Object.keys(cursors).some((scope) => cursors[scope] !== known.cursors?.[scope])
}
