import {
  DuckDBDataChunk,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api'

/** The engine takes so many rows at a time. */
const rowsAtATime = 2048

/** Appends rows to a table, a column of many rows at a time: a call of the engine for each value costs more than it. */
export class ColumnAppender {
  readonly #rows: DuckDBAppender
  #columns: DuckDBValue[][]
  #next = 0

  private constructor(rows: DuckDBAppender) {
    this.#rows = rows
    this.#columns = emptyColumns(rows.columnCount)
  }

  static async open(connection: DuckDBConnection, table: string): Promise<ColumnAppender> {
    return new ColumnAppender(await connection.createAppender(table))
  }

  /** The value of the next column. */
  add(value: DuckDBValue): void {
    this.#columns[this.#next]?.push(value)
    this.#next += 1
  }

  endRow(): void {
    this.#next = 0
    if (this.#columns[0]?.length === rowsAtATime) this.#hand()
  }

  close(): void {
    this.#hand()
    this.#rows.closeSync()
  }

  #hand(): void {
    if (!this.#columns[0]?.length) return
    const types = this.#columns.map((_, column) => this.#rows.columnType(column))
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns(this.#columns)
    this.#rows.appendDataChunk(chunk)
    this.#columns = emptyColumns(this.#columns.length)
  }
}

function emptyColumns(count: number): DuckDBValue[][] {
  return Array.from({ length: count }, () => [])
}
