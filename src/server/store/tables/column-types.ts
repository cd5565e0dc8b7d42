import type { ColumnType } from 'kysely'

/** jsonb: written as text (`asJson`), read parsed, and not to be trusted before a schema has seen it. */
export type Json = ColumnType<unknown, string, string>
export type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>

/** numeric(20), beyond what a number holds exactly: read as text. */
export type Digits = ColumnType<string, string | bigint | undefined, string | bigint>

/** A column that has a default. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>

/** A calendar day, 'YYYY-MM-DD'. */
export type Day = string

/** A moment, ISO 8601 in UTC with milliseconds. */
export type Instant = string

export type Uuid = string
