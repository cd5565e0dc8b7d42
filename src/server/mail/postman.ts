import {
  forgetOldMail,
  markMailSent,
  postponeMail,
  takeDueMail,
  type DueMail,
  type Mail,
} from '../store/mail-outbox.ts'
import type { Store } from '../store/store.ts'
import type { StoreLog } from '../store/store-log.ts'
import { asWriter } from '../store/transaction.ts'
import type { Clock } from '../clock-and-ids.ts'

/** Hands one message over; resolves once the post office has it. `id` lets a mailbox know one that comes twice. */
export type SendMail = (mail: Mail & { readonly id: string }) => Promise<void>

/** Carries what the outbox holds. */
export interface Postman {
  /** There is something new to carry. */
  wake(): void
}

/** Where there is no post office: messages wait. */
export const noPostman: Postman = { wake: () => undefined }

/** Whoever took a message to send it and went silent: it is taken again after as long, in ms. */
const retakenAfterMs = 10 * 60_000

/** How often the outbox is looked into without being woken, in ms: messages to be tried again, those of other servers. */
const roundMs = 60_000

/** Days after which a message that couldn't be sent is given up: what it invites to is over. */
export const mailDays = 7

interface PostmanParts {
  readonly store: Store
  readonly clock: Clock
  readonly send: SendMail
  readonly log: StoreLog
}

/** One round at a time, one message after the other. */
export class RunningPostman implements Postman {
  private readonly parts: PostmanParts
  private round: Promise<void> | undefined
  private isWoken = false
  private timer: NodeJS.Timeout | undefined

  constructor(parts: PostmanParts) {
    this.parts = parts
  }

  start(): void {
    this.timer = setInterval(() => this.wake(), roundMs)
    this.timer.unref()
    this.wake()
  }

  wake(): void {
    this.isWoken = true
    this.round ??= this.rounds().finally(() => (this.round = undefined))
  }

  /** Resolves once everything that was due has been carried, or postponed. */
  async settled(): Promise<void> {
    await this.round
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.round
  }

  private async rounds(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false
      await carryDueMail(this.parts).catch((error: unknown) =>
        this.parts.log.warn({ error }, 'The outbox could not be read; it is tried again in a minute'),
      )
    }
  }
}

/** Sends every message that is due. One that fails is tried again later and keeps no other waiting. */
export async function carryDueMail(parts: PostmanParts): Promise<void> {
  const { store, clock } = parts
  await forgetMail(store, clock())
  for (;;) {
    const now = clock()
    const retakenAt = inMs(now, retakenAfterMs)
    const mail = await asWriter(store, (db) => takeDueMail(db, { at: now.toISOString(), retakenAt }))
    if (!mail) return
    await carry(parts, mail)
  }
}

/** What is a week old is given up, where there is no post office too: it may hold the secret of a link. */
export async function forgetMail(store: Store, now: Date): Promise<void> {
  await asWriter(store, (db) => forgetOldMail(db, inMs(now, -mailDays * 86_400_000)))
}

/** A failure is logged without whom it was to: neither the address nor what the post office says of it. */
async function carry({ store, clock, send, log }: PostmanParts, mail: DueMail): Promise<void> {
  try {
    await send(mail)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    log.warn(
      { mail: mail.id, tries: mail.tries, code },
      'A message could not be sent; it is tried again later',
    )
    return postponeMail(store.db, mail.id, inMs(clock(), delayAfter(mail.tries)))
  }
  await asWriter(store, (db) => markMailSent(db, mail.id, clock().toISOString()))
}

/** Milliseconds until the next try: one minute, then twice as long each time, six hours at most. */
export function delayAfter(tries: number): number {
  return Math.min(60_000 * 2 ** (tries - 1), 6 * 3_600_000)
}

function inMs(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString()
}
