import { fork, type ChildProcess } from 'node:child_process'
import { CodedError } from '../../domain/errors.ts'
import type { CopyAnswer } from '../columnar-copy/running-copy.ts'
import type { StoreLog } from '../store/store-log.ts'
import type { FromCopy, ToCopy } from './copy-messages.ts'
import type { AnswerOf, AskedCopy, QuestionName, QuestionOf } from './copy-questions.ts'

export interface CopyProcessParts {
  readonly databaseUrl: string
  readonly folder: string
  readonly logLevel: string
  readonly log: StoreLog
  /** What it runs; beside this file unless told otherwise. */
  readonly program?: URL
}

interface Waiting {
  readonly early: (answer: CopyAnswer<unknown>) => void
  readonly answer: (answer: CopyAnswer<unknown>) => void
  readonly refuse: (error: CodedError) => void
}

/** How long until a process that ended is started again: longer each time, until one has answered. */
const firstRestMs = 500
const longestRestMs = 60_000

/** A question that takes longer isn't answered any more: the copy is being made anew, or the machine has too much to do. */
const patienceMs = 30_000

/**
 * The columnar copy in a process of its own (architecture.md, "Statistics"): what it reads and counts takes nothing from
 * those who push, and when it dies, it is started again and nobody else notices.
 */
export class CopyProcess implements AskedCopy {
  readonly #parts: CopyProcessParts
  readonly #waiting = new Map<number, Waiting>()
  #child: ChildProcess | undefined
  #restart: NodeJS.Timeout | undefined
  #restMs = firstRestMs
  #asked = 0
  #isStopped = false

  constructor(parts: CopyProcessParts) {
    this.#parts = parts
  }

  start(): void {
    if (this.#child || this.#restart || this.#isStopped) return
    const child = fork(this.#parts.program ?? new URL('./start-copy-process.js', import.meta.url), {
      // What is counted of a scope lives for a moment: most of it dies young, given the room.
      execArgv: ['--max-semi-space-size=64'],
      serialization: 'advanced',
    })
    this.#child = child
    child.on('message', (message: FromCopy) => this.#hear(message))
    child.on('error', (error) =>
      this.#parts.log.warn({ error }, 'The process of the figures’ copy is in trouble'),
    )
    child.once('exit', () => this.#ended(child))
    const { databaseUrl, folder, logLevel } = this.#parts
    this.#tell({ kind: 'begin', databaseUrl, folder, logLevel })
  }

  /** The process's id while there is one, for whoever looks after it. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  async ask<N extends QuestionName>(
    name: N,
    question: QuestionOf<N>,
    early: (answer: CopyAnswer<AnswerOf<N>>) => void = () => undefined,
  ): Promise<CopyAnswer<AnswerOf<N>>> {
    this.start()
    if (!this.#child) throw new CodedError('unavailable')
    this.#asked += 1
    const id = this.#asked
    const patience = setTimeout(() => this.#refuse(id), patienceMs)
    try {
      const answer = new Promise<CopyAnswer<unknown>>((resolve, reject) => {
        this.#waiting.set(id, {
          // The process answers a name by what its question answers.
          early: (known) => early(known as CopyAnswer<AnswerOf<N>>),
          answer: resolve,
          refuse: reject,
        })
      })
      this.#tell({ kind: 'question', id, name, question })
      // The process answers a name by what its question answers.
      return (await answer) as CopyAnswer<AnswerOf<N>>
    } finally {
      clearTimeout(patience)
      this.#waiting.delete(id)
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#restart)
    const child = this.#child
    if (!child) return
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      if (child.connected) child.disconnect()
      else child.kill('SIGKILL')
    })
  }

  #tell(message: ToCopy): void {
    // One that has just ended says so by `exit`, which answers whoever waits.
    this.#child?.send(message, () => undefined)
  }

  #hear(message: FromCopy): void {
    const waiting = this.#waiting.get(message.id)
    if (message.kind === 'refusal') return waiting?.refuse(new CodedError(message.code))
    this.#restMs = firstRestMs
    const known = { value: message.value, countedAt: message.countedAt }
    if (message.kind === 'early') waiting?.early(known)
    else waiting?.answer(known)
  }

  #refuse(id: number): void {
    this.#waiting.get(id)?.refuse(new CodedError('unavailable'))
  }

  #ended(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#child = undefined
    for (const id of this.#waiting.keys()) this.#refuse(id)
    if (this.#isStopped) return
    this.#parts.log.warn(
      { inMs: this.#restMs },
      'The process of the figures’ copy ended, and is started again',
    )
    this.#restart = setTimeout(() => {
      this.#restart = undefined
      this.start()
    }, this.#restMs)
    this.#restMs = Math.min(this.#restMs * 2, longestRestMs)
  }
}
