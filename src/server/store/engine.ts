/** Which database is under the store. Both speak PostgreSQL's SQL; `engine-differences.ts` says what differs. */
export type EngineName = 'postgresql' | 'embedded'

/** A database reached by connections that are taken, used by one at a time, and given back. */
export interface Engine {
  /** Waits its turn; throws CodedError `busy` when too many wait, ConnectionLost or SqlError when it can't connect. */
  take(): Promise<EngineConnection>
  end(): Promise<void>
}

export interface EngineConnection {
  /** Runs one statement. Throws SqlError when it is refused, ConnectionLost when its fate is unknown. */
  run(sql: string, values: (string | null)[]): Promise<Answer>
  /** Gives the connection back; a broken one is thrown away. */
  release(broken: boolean): void
}

export interface Answer {
  /** First word of PostgreSQL's command tag. */
  command: string
  rowCount: number | null
  rows: Record<string, unknown>[]
}
