/** The parts of JSON Schema that ours use. */
export interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly oneOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
}

/**
 * Where a newer schema would refuse what an older one let be written: paths, and why. Rules between fields aren't in a
 * JSON Schema, and aren't looked at.
 */
export function narrowings(older: JsonSchema, newer: JsonSchema | undefined, path = ''): string[] {
  if (newer === undefined) return [`${path} is known no more`]
  const [olds, news] = [alternatives(older), alternatives(newer)]
  if (olds.length > 1 || news.length > 1) {
    return olds.flatMap((old) => {
      const found = news.map((candidate) => narrowings(old, candidate, path))
      return found.some((list) => list.length === 0) ? [] : (closest(found) ?? [`${path} has no alternative`])
    })
  }
  return [
    ...valuesNarrowed(older, newer, path),
    ...boundsNarrowed(older, newer, path),
    ...fieldsNarrowed(older, newer, path),
    ...(older.items ? narrowings(older.items, newer.items, `${path}[]`) : []),
  ]
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return schema.oneOf ?? schema.anyOf ?? [schema]
}

function closest(found: readonly string[][]): string[] | undefined {
  return found.toSorted((a, b) => a.length - b.length)[0]
}

function valuesNarrowed(older: JsonSchema, newer: JsonSchema, path: string): string[] {
  if (older.type !== newer.type && newer.type !== undefined) return [`${path} is of another type`]
  const [olds, news] = [codesOf(older), codesOf(newer)]
  if (news && !olds) return [`${path} takes certain values only`]
  const gone = (olds ?? []).filter((value) => news && !news.includes(value))
  const patterned = newer.pattern !== undefined && !olds && newer.pattern !== older.pattern
  return [
    ...gone.map((value) => `${path} no longer takes ${String(value)}`),
    ...(patterned ? [`${path} is written otherwise`] : []),
  ]
}

function codesOf({ const: only, enum: values }: JsonSchema): readonly unknown[] | undefined {
  return only === undefined ? values : [only]
}

function boundsNarrowed(older: JsonSchema, newer: JsonSchema, path: string): string[] {
  const least = (['minimum', 'minLength', 'minItems'] as const).filter(
    (bound) => (newer[bound] ?? -Infinity) > (older[bound] ?? -Infinity),
  )
  const most = (['maximum', 'maxLength', 'maxItems'] as const).filter(
    (bound) => (newer[bound] ?? Infinity) < (older[bound] ?? Infinity),
  )
  return [...least, ...most].map((bound) => `${path} has a closer ${bound}`)
}

function fieldsNarrowed(older: JsonSchema, newer: JsonSchema, path: string): string[] {
  const required = (newer.required ?? []).filter((field) => !older.required?.includes(field))
  const fields = Object.entries(older.properties ?? {}).flatMap(([field, schema]) =>
    // A field that is known no more is kept as it is, like any that this version doesn't know (I18).
    newer.properties?.[field] ? narrowings(schema, newer.properties[field], `${path}.${field}`) : [],
  )
  return [...required.map((field) => `${path}.${field} is required now`), ...fields]
}
