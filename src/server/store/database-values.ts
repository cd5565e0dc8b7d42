/*
 * One reading and one writing of values for both engines. Everything travels as PostgreSQL's text form: what follows
 * is the only place that turns it into JavaScript and back, so that a query can't depend on the engine under it.
 */

/** How a value of one PostgreSQL type is read from its text form. */
type ReadText = (text: string) => unknown

/** PostgreSQL's own numbers for its types (pg_type.oid), with those of their arrays. */
const readers: { oid: number; arrayOid: number; read: ReadText }[] = [
  { oid: 16, arrayOid: 1000, read: (text) => text === 't' }, // bool
  { oid: 20, arrayOid: 1016, read: readWholeNumber }, // int8
  { oid: 21, arrayOid: 1005, read: Number }, // int2
  { oid: 23, arrayOid: 1007, read: Number }, // int4
  { oid: 25, arrayOid: 1009, read: (text) => text }, // text
  { oid: 114, arrayOid: 199, read: JSON.parse }, // json
  { oid: 700, arrayOid: 1021, read: Number }, // float4
  { oid: 701, arrayOid: 1022, read: Number }, // float8
  { oid: 1082, arrayOid: 1182, read: (text) => text }, // date: 'YYYY-MM-DD', a calendar day has no time zone
  { oid: 1184, arrayOid: 1185, read: readInstant }, // timestamptz
  { oid: 1700, arrayOid: 1231, read: (text) => text }, // numeric: exact, so a string
  { oid: 2950, arrayOid: 2951, read: (text) => text }, // uuid
  { oid: 3802, arrayOid: 3807, read: JSON.parse }, // jsonb
]

const readerOf = new Map<number, ReadText>(
  readers.flatMap(({ oid, arrayOid, read }) => [
    [oid, read],
    [arrayOid, (text) => readArray(text, read)],
  ]),
)

/** Reads a value by its PostgreSQL type; a type that isn't in the table stays the text that PostgreSQL gave. */
export function readerOfType(oid: number): ReadText {
  return readerOf.get(oid) ?? ((text) => text)
}

/** int8 comes as a number: seqs and counts stay far below 2^53, and one that doesn't must not be rounded in silence. */
function readWholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The whole number ${text} can't be held exactly`)
  return value
}

/** timestamptz as ISO 8601 in UTC with milliseconds, which is what the program writes. */
function readInstant(text: string): string {
  // As the store's connections tell it, but for years that aren't of four digits.
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/.test(text)) {
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z`
  }
  const withZone = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return new Date(withZone).toISOString()
}

/** A one-dimensional array, as in {1,"two words",NULL}; nothing here stores others. */
function readArray(text: string, read: ReadText): unknown[] {
  if (text.startsWith('{{') || text.startsWith('[')) throw new RangeError('Only plain arrays are read')
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^{},]+)/gs)].map(([, quoted, bare]) => {
    if (quoted !== undefined) return read(quoted.replaceAll(/\\(.)/gs, '$1'))
    return bare === undefined || bare === 'NULL' ? null : read(bare)
  })
}

/**
 * A parameter as PostgreSQL's text form. An array becomes a PostgreSQL array (for `= any($1)`), a plain object JSON;
 * a JSON array must be given as text (`asJson`), since nothing tells it from the first.
 */
export function writeValue(value: unknown): string | null {
  switch (typeof value) {
    case 'undefined':
      return null
    case 'string':
      return value
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'object':
      return value === null ? null : writeObject(value)
    case 'function':
    case 'symbol':
      throw new TypeError(`A ${typeof value} can't be stored`)
  }
}

function writeObject(value: object): string {
  if (Array.isArray(value)) return `{${value.map(writeItem).join(',')}}`
  return value instanceof Date ? value.toISOString() : JSON.stringify(value)
}

function writeItem(item: unknown): string {
  const text = writeValue(item)
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** JSON for a json or jsonb column; needed for arrays and strings, allowed for everything. */
export function asJson(value: unknown): string {
  return JSON.stringify(value)
}
