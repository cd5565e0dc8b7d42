/** Why a store can't be opened. These stop the server at its start; what happens to a request has a `CodedError`. */
export type StoreErrorCode =
  | 'folder-in-use'
  | 'folder-unusable'
  | 'not-durable'
  | 'engine-failed'
  | 'postgresql-too-old'
  | 'database-newer'
  | 'closed'

/** A refusal of the store, with a stable code and one sentence for the person who runs the server. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? {} : { cause })
    this.name = 'StoreError'
    this.code = code
  }
}
