import type { DeviceNote } from '../store/sync-devices.ts'
import type { KnownDevice } from '../store/sync-standing.ts'

/** A device that polls each minute and has nothing new to say is written down every ten minutes. */
const noteEveryMs = 600_000

/** Whether what a device says of itself with a request is worth writing down. */
export function isNews(
  note: DeviceNote,
  known:
    | (Pick<KnownDevice, 'app' | 'queued' | 'lastSeen'> &
        Partial<Pick<KnownDevice, 'cursors' | 'queuedByScope'>>)
    | undefined,
): boolean {
  if (!known?.lastSeen || known.app !== note.app) return true
  if (note.queued !== undefined && note.queued !== known.queued) return true
  if (note.queuedByScope && !sameCounts(note.queuedByScope, known.queuedByScope ?? undefined)) return true
  if (Date.parse(note.at) - Date.parse(known.lastSeen) >= noteEveryMs) return true
  const { cursors = {} } = note
  return Object.keys(cursors).some((scope) => cursors[scope] !== known.cursors?.[scope])
}

type Counts = Readonly<Record<string, number>>

function sameCounts(told: Counts, known: Counts | undefined): boolean {
  if (!known) return false
  const scopes = new Set([...Object.keys(told), ...Object.keys(known)])
  return [...scopes].every((scope) => (told[scope] ?? 0) === (known[scope] ?? 0))
}
