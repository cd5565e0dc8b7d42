import type { SessionView } from '../data/session-store.ts'
import type { SyncStatus } from '../data/sync-status.ts'

/** The one thing that the person should know now; the first of the list that holds. */
export type FrameNoticeKind =
  /** What is written here is not kept: before anything else. */
  | 'not-kept'
  | 'other-person'
  | 'revoked'
  | 'too-old'
  | 'signed-out'
  | 'storage-lost'
  | 'scope-news'
  | 'waiting-long'
  | 'storage-nearly-full'
  | 'clock'

export interface NoticeFacts {
  /** Undefined while it isn't known. */
  canKeep: boolean | undefined
  nearlyFull: boolean
  /** What was on the device was thrown away, and the person hasn't read it yet. */
  isLost: boolean
  session: Pick<SessionView, 'state' | 'other'>
  status: Pick<SyncStatus, 'phase' | 'clockOffsetMs' | 'waitsLong'> | undefined
  /** A structure left, came back or closed, and the person hasn't read it yet. */
  unreadNews: boolean
}

const clockWorthSayingMs = 10 * 60_000

export function frameNotice({
  canKeep,
  nearlyFull,
  isLost,
  session,
  status,
  unreadNews,
}: NoticeFacts): FrameNoticeKind | null {
  if (canKeep === false) return 'not-kept'
  if (session.state === 'other-person' || status?.phase === 'wrong-user') return 'other-person'
  if (status?.phase === 'revoked') return 'revoked'
  if (status?.phase === 'too-old') return 'too-old'
  if (session.state === 'signed-out' || status?.phase === 'signed-out') return 'signed-out'
  if (isLost) return 'storage-lost'
  if (unreadNews) return 'scope-news'
  if (status?.waitsLong) return 'waiting-long'
  if (nearlyFull) return 'storage-nearly-full'
  return Math.abs(status?.clockOffsetMs ?? 0) > clockWorthSayingMs ? 'clock' : null
}
