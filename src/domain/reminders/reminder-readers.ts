import * as z from 'zod/mini'

/** Who may be reminded of a silence: the advisor first, then the employer, then those who watch over a territory. */
export const reminderReaders = ['advisor', 'structure', 'coordinator', 'state'] as const
export const reminderReaderSchema = z.enum(reminderReaders)
export type ReminderReader = (typeof reminderReaders)[number]

/** Whose turn it is to do something about a silence. `watchers`: the coordinator and the State. */
export const turns = ['nobody', 'advisor', 'structure', 'watchers'] as const
export const turnSchema = z.enum(turns)
export type Turn = (typeof turns)[number]

/** With whose turn a reader's comes. */
export function turnOfReader(reader: ReminderReader): Exclude<Turn, 'nobody'> {
  switch (reader) {
    case 'advisor':
    case 'structure':
      return reader
    case 'coordinator':
    case 'state':
      return 'watchers'
  }
}

/** Whether a silence has come as far as a reader: from then on it is shown to them. */
export function isReached(reader: ReminderReader, turn: Turn): boolean {
  return turns.indexOf(turn) >= turns.indexOf(turnOfReader(reader))
}
