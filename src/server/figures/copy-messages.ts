import type { ErrorCode } from '../../domain/errors.ts'
import type { QuestionName } from './copy-questions.ts'

/* What the server and the process of its columnar copy tell each other: both of one build, on one machine. */

/** To the copy's process. The first message is how to begin: an address holds a password, which no list of processes shows. */
export type ToCopy =
  | {
      readonly kind: 'begin'
      readonly databaseUrl: string
      readonly folder: string
      readonly logLevel: string
    }
  | {
      readonly kind: 'question'
      readonly id: number
      readonly name: QuestionName
      /** What the name's question takes. */
      readonly question: unknown
    }

/** From it. */
export type FromCopy =
  /** What is known of an answer before all of it is. */
  | { readonly kind: 'early'; readonly id: number; readonly value: unknown; readonly countedAt: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown; readonly countedAt: string }
  | { readonly kind: 'refusal'; readonly id: number; readonly code: ErrorCode }
