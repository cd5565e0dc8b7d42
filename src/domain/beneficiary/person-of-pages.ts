import type { Json, JsonObject } from '../json.ts'

/** One page of a person, as it is stored. */
export interface PageOfPerson {
  readonly id: string
  readonly body: JsonObject
}

/** Fields that say how a page stands to others, and nothing of the person. */
export const standingFields: readonly string[] = ['mergedInto', 'prevailing', 'notSameAs', 'keptOn']

/** Fields that only make sense together: chosen together, and changed together. */
const together: readonly (readonly string[])[] = [['phone', 'noPhone']]

/** A field with those that go with it. */
export function unitOf(field: string): readonly string[] {
  return together.find((unit) => unit.includes(field)) ?? [field]
}

/** Fields that a person's pages may say differently, each with those that go with it; notes are never one or the other. */
export function unitsOf(...bodies: readonly JsonObject[]): readonly (readonly string[])[] {
  const fields = new Set(bodies.flatMap((body) => Object.keys(body)))
  const alone = [...fields].filter((field) => !isApart(field) && !together.flat().includes(field))
  return [
    ...alone.map((field) => [field]),
    ...together.filter((unit) => unit.some((field) => fields.has(field))),
  ]
}

function isApart(field: string): boolean {
  return field === 'notes' || standingFields.includes(field)
}

/**
 * One person out of all their pages (domain.md, "Beneficiary"): the first page is the one that stands for them. What it
 * doesn't say, the pages merged into it say; where they differ, it is right unless another value was chosen at the
 * merge; every note is kept. Nothing of it is stored: each page stays as it was typed, and a merge can be undone.
 */
export function personOfPages([main, ...merged]: readonly [PageOfPerson, ...PageOfPerson[]]): JsonObject {
  const children = [...merged].sort((a, b) => (a.id < b.id ? -1 : 1))
  return viewOf(main, children)
}

function viewOf(page: PageOfPerson, others: readonly PageOfPerson[]): JsonObject {
  const rest = others.filter(({ id }) => id !== page.id)
  const views = rest
    .filter(({ body }) => body['mergedInto'] === page.id)
    .map((child) => ({
      view: viewOf(
        child,
        rest.filter(({ id }) => id !== child.id),
      ),
      prevails: fieldsIn(child.body['prevailing']),
    }))
  const units = unitsOf(page.body, ...views.map(({ view }) => view))
  const said = units.map((unit) => {
    const has = (body: JsonObject) => unit.some((field) => field in body)
    const chosen = views.find(
      ({ view, prevails }) => unit.some((field) => prevails.includes(field)) && has(view),
    )
    const first = [page.body, ...views.map(({ view }) => view)].find(has)
    return only(chosen?.view ?? first ?? {}, unit)
  })
  const notes = notesOf(page.body, ...views.map(({ view }) => view))
  return Object.assign(
    {},
    ...said,
    only(page.body, standingFields),
    notes === '' ? {} : { notes },
  ) as JsonObject
}

/** The notes of several pages, each once, one after the other. */
export function notesOf(...bodies: readonly JsonObject[]): string {
  const notes = bodies.flatMap(({ notes: note }) => (typeof note === 'string' && note !== '' ? [note] : []))
  return [...new Set(notes)].join('\n\n')
}

function only(body: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)))
}

function fieldsIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
