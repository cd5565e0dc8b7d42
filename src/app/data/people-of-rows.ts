import type { Beneficiary } from '../../domain/beneficiary/beneficiary.ts'
import { personOfPages } from '../../domain/beneficiary/person-of-pages.ts'
import { resolvePeople, type ResolvePerson } from '../../domain/beneficiary/resolve-people.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import type { LocalDocument } from './local-document.ts'

/** One page of a person, as it is stored. */
export interface PersonPage {
  readonly id: DocumentId
  readonly scope: ScopeId
  readonly body: JsonObject
}

/** A person whom the advisor follows, as this device knows them: merges are resolved. */
export interface LocalPerson {
  /** The page that stands for them: what new reports name. */
  readonly id: DocumentId
  readonly scope: ScopeId
  /** All that their pages say, as one. */
  readonly person: Beneficiary
  /** The page that stands for them first, then those merged into it. */
  readonly pages: readonly [PersonPage, ...PersonPage[]]
}

/** Everybody whom some pages are of, each once, by name. */
export function peopleOfRows(rows: readonly LocalDocument[]): LocalPerson[] {
  const resolve = resolverOfRows(rows)
  const groups = new Map<string, LocalDocument[]>()
  for (const row of rows) {
    if (row.state !== 'live' || !isPerson(row.body)) continue
    const id = resolve(row.id) ?? row.id
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return [...groups]
    .flatMap(([id, group]) => personOfRows(id, group) ?? [])
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ local }) => local)
}

/** Who each id means, on this device. */
export function resolverOfRows(rows: readonly LocalDocument[]): ResolvePerson {
  return resolvePeople(
    rows.map(({ id, state, body }) => ({ id, state, mergedInto: textAt(body, 'mergedInto') })),
  )
}

/** The name that a person is listed under everywhere. */
export function nameOf({ firstName, name }: Pick<Beneficiary, 'firstName' | 'name'>): string {
  return `${firstName} ${name}`
}

/** The name on a page. */
export function nameOfBody(body: JsonObject): string {
  return `${textAt(body, 'firstName') ?? ''} ${textAt(body, 'name') ?? ''}`.trim()
}

function personOfRows(id: string, group: readonly LocalDocument[]) {
  const main = group.find((row) => row.id === id)
  // The page that stands can't be read yet: those merged into it wait for it.
  if (!main) return undefined
  const others = group.filter((row) => row !== main).map(pageOf)
  const pages: [PersonPage, ...PersonPage[]] = [pageOf(main), ...others]
  const body = others.length === 0 ? main.body : personOfPages(pages)
  // `isPerson` looked at what can't be missing; codes may be newer than the type.
  const person = body as unknown as Beneficiary
  return { order: main.order, local: { id: main.id, scope: main.scope, person, pages } }
}

function pageOf({ id, scope, body }: LocalDocument): PersonPage {
  return { id, scope, body }
}

/** Whether a body can be read as somebody's page: it was judged when it was saved, five thousand needn't be again. */
function isPerson(body: JsonObject): boolean {
  return textAt(body, 'firstName') !== undefined && textAt(body, 'name') !== undefined
}

function textAt(body: JsonObject, field: string): string | undefined {
  const value = valueAt(body, field)
  return typeof value === 'string' ? value : undefined
}
