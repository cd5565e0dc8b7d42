import type { Clock, Ids } from '../clock-and-ids.ts'
import type { Store } from '../store/store.ts'

/** What those who remind work with. */
export interface ReminderDesk {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  /** Where people reach the application: the beginning of the links in messages. */
  readonly publicUrl: string
  /** Says that a message was put in the outbox; to be called after the commit. */
  wakePostman(): void
}
