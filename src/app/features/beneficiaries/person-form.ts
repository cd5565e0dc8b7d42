import { beneficiarySchema } from '../../../domain/beneficiary/beneficiary.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import type { LocalPerson } from '../../data/people-of-rows.ts'

/** Fields of a person's page, as they are typed. */
const fields = [
  'firstName',
  'name',
  'birthYear',
  'phone',
  'noPhone',
  'email',
  'commune',
  'gender',
  'ageRange',
  'status',
  'notes',
] as const
export type Typed = Record<(typeof fields)[number], string>

/** What a form opens with. The note is that of the person's own page: those of merged pages are shown apart. */
export function typedOf(local: LocalPerson | undefined): Typed {
  const text = (field: keyof Typed) => {
    const value = field === 'notes' ? local?.pages[0].body[field] : local?.person[field]
    return typeof value === 'string' || typeof value === 'number' || value === true ? String(value) : ''
  }
  // Each of the fields is there, by its name.
  return Object.fromEntries(fields.map((field) => [field, text(field)])) as Typed
}

/** The first thing that is wrong, with the field that it is in. */
export function problemIn(typed: Typed): { field: string; message: string } | undefined {
  const said = Object.entries(changesIn(typedOf(undefined), typed))
  const issue = beneficiarySchema.safeParse(Object.fromEntries(said)).error?.issues[0]
  return issue && { field: String(issue.path[0]), message: issue.message }
}

/** What was changed since the form opened, and nothing else: null where a field was emptied. */
export function changesIn(before: Typed, typed: Typed): JsonObject {
  const changed = fields.filter((field) => before[field].trim() !== typed[field].trim())
  return Object.fromEntries(changed.map((field) => [field, valueOf(field, typed[field].trim())]))
}

function valueOf(field: keyof Typed, text: string): Json {
  if (text === '') return null
  if (field === 'birthYear') return Number(text)
  if (field === 'noPhone') return true
  return text
}
