import type { JsonObject } from '../../src/domain/json.ts'
import { canonical, hold } from './broken.ts'
import type { ConflictRow, DocumentRow, HistoryRow, ScopeTables } from './server-tables.ts'

/* The oracle of the server: what its tables were before a push and are after it, and what must lie between. */

/** An op as it arrived; whatever can't be read as one is no business of the oracle's. */
export interface ArrivedOp {
  readonly opId: string
  readonly scope: string
  readonly collection: string
  readonly id: string
  readonly kind: string
  readonly baseRev: number
  readonly set: JsonObject
  readonly base: JsonObject
  /** What a server that was restored since had decided of it. */
  readonly accepted?: { readonly at: string; readonly contested: boolean }
}

export interface PushSeen {
  readonly person: string
  readonly ops: readonly ArrivedOp[]
  readonly before: ScopeTables
  readonly after: ScopeTables
  readonly isValid: (document: DocumentRow) => boolean
}

/** Fields that only make sense together, written down a second time (sync.md 3.1). */
const groups: Readonly<Partial<Record<string, readonly string[][]>>> = {
  report: [
    ['themes', 'administrativeThemes', 'procedureName'],
    ['oriented', 'orientation'],
  ],
  absence: [['kind', 'from', 'to', 'fromNoon', 'toNoon', 'weekdays']],
}

export function groupsOf(collection: string): readonly string[][] {
  return groups[collection] ?? []
}

const sets = ['tags']

/** Checks one push in one of its scopes. */
export function checkPush(seen: PushSeen): void {
  const { before, after, ops, person } = seen
  const known = new Set(before.history.map(({ id, rev }) => `${id} ${rev}`))
  const added = after.history.filter(({ id, rev }) => !known.has(`${id} ${rev}`))
  checkCounter(before, after)
  const bodies = new Map([...before.documents].map(([id, { body }]) => [id, body]))
  for (const row of added) {
    const op = ops.find(({ opId }) => opId === row.opId)
    hold(
      'I13',
      op !== undefined && op.id === row.id,
      () => `a revision of ${row.id} comes from no op of the push`,
    )
    if (!op) continue
    hold(
      'I3',
      !before.history.some(({ opId }) => opId === row.opId),
      () => `op ${row.opId} made two revisions`,
    )
    hold('I16', row.by === person, () => `a revision of ${row.id} is written down as another person's`)
    hold('I13', before.grants.get(person) === true, () => `a revision of ${row.id} without a grant to write`)
    checkRevision(row, op, bodies, seen)
  }
  for (const op of ops) {
    const status = after.decisions.get(op.opId)
    if (!before.decisions.has(op.opId) && status) checkDecided(op, status, added, seen)
  }
  checkDocuments(seen, bodies)
}

/** I4 and I10: numbers only grow, are given once, and revisions have no hole. */
export function checkCounter(before: ScopeTables, after: ScopeTables): void {
  const numbers = new Set<number>()
  for (const { id, seq } of after.documents.values()) {
    hold(
      'I4',
      seq <= after.seq && !numbers.has(seq),
      () => `seq ${seq} of ${id} is given twice or past the head`,
    )
    numbers.add(seq)
    const was = before.documents.get(id)
    hold(
      'I4',
      was?.seq === seq || seq > before.seq,
      () => `seq ${seq} of ${id} isn't after the head ${before.seq}`,
    )
  }
  for (const { id, rev } of after.documents.values()) {
    const revs = after.history.filter((row) => row.id === id).map((row) => row.rev)
    const isWhole = revs.length === rev && revs.every((found, index) => found === index + 1)
    hold('I10', isWhole, () => `revisions of ${id} are ${revs.join(', ')} and it stands at ${rev}`)
  }
}

function checkRevision(
  row: HistoryRow,
  op: ArrivedOp,
  bodies: Map<string, JsonObject>,
  seen: PushSeen,
): void {
  const was = seen.before.documents.get(op.id)
  hold('I27', was?.state !== 'erased', () => `${op.id} was erased and is written again`)
  const body = bodies.get(op.id) ?? {}
  if (op.kind === 'erase') {
    bodies.set(op.id, {})
    return
  }
  const outside = Object.keys(row.set).filter((field) => !Object.hasOwn(op.set, field))
  hold('I9', outside.length === 0, () => `op ${op.opId} changed ${outside.join(', ')} of ${op.id}`)
  bodies.set(op.id, overlaid(body, row.set))
  if (was?.state === 'deleted' && row.state === 'live') {
    hold('I21', op.kind !== 'delete', () => `${op.id} came back from its deletion by a delete`)
    hold('I21', !isPast(op, was), () => `${op.id} came back by a save from before its deletion`)
  }
}

/** Whether the op had been accepted, by a server that was restored since, before what now stands. */
function isPast({ accepted }: ArrivedOp, was: DocumentRow | undefined): boolean {
  return accepted !== undefined && was !== undefined && Date.parse(was.at) > Date.parse(accepted.at)
}

/** Whether it had been accepted after all that now stands, and had overlooked nothing of it. */
function mayOverride(op: ArrivedOp, was: DocumentRow | undefined): boolean {
  return op.accepted !== undefined && !op.accepted.contested && !isPast(op, was)
}

/** I8 and I8b: every value of an accepted op is taken, or kept as lost; so is every value that it replaces unseen. */
function checkDecided(op: ArrivedOp, status: string, added: readonly HistoryRow[], seen: PushSeen): void {
  if (status === 'rejected' || op.kind === 'erase') return
  const { before, after } = seen
  const was = before.documents.get(op.id)
  const conflict = after.conflicts.get(op.opId)
  if (op.kind === 'delete') return checkDelete(op, was, after)
  if (was?.state === 'erased') return
  const taken = added.find(({ opId }) => opId === op.opId)?.set ?? {}
  if (conflict?.kind === 'invalid-merge') {
    hold('I21', !isPartOfTombstone(op, seen), () => `${op.id} was saved after its delete, and stays deleted`)
    hold(
      'I8',
      canonical(conflict.lost) === canonical(op.set),
      () => `an invalid merge of ${op.id} lost values`,
    )
    return
  }
  checkHour(op, after)
  const isFree = mayOverride(op, was)
  const overtaken = overtakenIn(before, op)
  for (const fields of touched(op)) {
    const isOvertaken = fields.some((field) => overtaken.has(field))
    checkGroup(op, fields, { body: was?.body, taken, conflict, isFree, isOvertaken })
  }
}

/** A part of a document of which only the delete has come back: its device has it whole. */
function isPartOfTombstone(op: ArrivedOp, { before, isValid }: PushSeen): boolean {
  const was = before.documents.get(op.id)
  return op.kind === 'patch' && was?.state === 'deleted' && !isValid(was)
}

/** I23: what comes again keeps its place, even where it changes nothing: what was accepted before it comes before it. */
function checkHour({ id, opId, accepted }: ArrivedOp, after: ScopeTables): void {
  const document = after.documents.get(id)
  if (!accepted || accepted.contested || !document || document.state === 'erased') return
  const isKept = Date.parse(document.at) >= Date.parse(accepted.at)
  hold('I23', isKept, () => `op ${opId} of ${id} came again, and its hour is ${document.at}`)
}

/** I21: a delete takes place unless somebody saved what its author hadn't seen; then its wish is kept (I8b). */
function checkDelete(op: ArrivedOp, was: DocumentRow | undefined, after: ScopeTables): void {
  const isAgain = op.accepted !== undefined && !op.accepted.contested
  if (was?.state !== 'live' && !isAgain) return
  const hasSeenAll = isAgain ? !isPast(op, was) : !op.accepted && was?.rev === op.baseRev
  const state = after.documents.get(op.id)?.state ?? 'nowhere'
  const expected = hasSeenAll ? 'deleted' : was?.state
  hold('I21', state === expected || state === 'erased', () => `a delete of ${op.id} left it ${state}`)
  const isKept = after.conflicts.get(op.opId)?.kind === 'delete-vs-edit'
  hold('I8b', hasSeenAll || isAgain || isKept, () => `a lost delete of ${op.id} is not kept`)
}

/** Fields that were set, by what has come again already, after this op was accepted first. */
function overtakenIn({ history, contested }: ScopeTables, { id, accepted }: ArrivedOp): Set<string> {
  if (!accepted || accepted.contested) return new Set()
  const later = history.filter((row) => row.id === id && Date.parse(row.at) > Date.parse(accepted.at))
  return new Set(later.flatMap(({ set, opId }) => (contested.has(opId ?? '') ? [] : Object.keys(set))))
}

interface GroupSeen {
  /** Undefined where there was no document. */
  readonly body: JsonObject | undefined
  readonly taken: JsonObject
  readonly conflict: ConflictRow | undefined
  /** What stands is known to have been before the op's eyes: it may be replaced. */
  readonly isFree: boolean
  /** What stands was put there after the op, which comes again: it stays. */
  readonly isOvertaken: boolean
}

function checkGroup(
  op: ArrivedOp,
  fields: readonly string[],
  { body: stood, taken, conflict, isFree, isOvertaken }: GroupSeen,
): void {
  const body = stood ?? {}
  const after = overlaid(body, taken)
  const [mine, base] = [part(op.set, fields), part(op.base, fields)]
  const [now, then] = [part(body, fields), part(after, fields)]
  const say = (what: string) => () => `${fields.join(', ')} of ${op.id}, op ${op.opId}: ${what}`
  if (mine === now) return hold('I9', then === now, say('changed where nothing differs'))
  const isSet = fields.length === 1 && sets.includes(fields[0] ?? '')
  if (base === now && (isSet || !isOvertaken))
    return hold('I8', then === mine, say(`what nobody else changed is not taken: ${then}`))
  // What isn't there can't be replaced, whatever the op says that its author saw.
  if (!stood) return hold('I8', then === mine, say(`a new document says something else: ${then}`))
  if (isSet) return checkSet(op, fields[0] ?? '', body, after)
  if (isFree) return hold('I23', then === mine, say(`what comes again later is not taken: ${then}`))
  if (base === now) hold('I23', then === now, say(`what had been put back isn't left: ${then}`))
  const lost = conflict?.lost ?? {}
  const keeps = (values: JsonObject, other: JsonObject) =>
    fields.every(
      (field) =>
        canonical(values[field]) === canonical(other[field]) ||
        (Object.hasOwn(lost, field) && canonical(lost[field]) === canonical(values[field])),
    )
  hold('I8b', then === mine || then === now, say(`two versions became a third: ${then}`))
  const replaced = then === mine ? keeps(body, op.set) : keeps(op.set, body)
  hold('I8b', replaced, say(`the version that lost is not kept; lost are ${canonical(lost)}`))
}

function checkSet(op: ArrivedOp, field: string, body: JsonObject, after: JsonObject): void {
  const [mine, base] = [members(op.set[field]), members(op.base[field])]
  const [now, then] = [members(body[field]), members(after[field])]
  const expected = [
    ...now.filter((item) => mine.includes(item) || !base.includes(item)),
    ...mine.filter((item) => !base.includes(item) && !now.includes(item)),
  ]
  hold('I8', canonical([...then].sort()) === canonical([...expected].sort()), () => {
    return `members of ${field} of ${op.id} are ${then.join(' ')} and should be ${expected.join(' ')}`
  })
}

/** I10, I13 and I28: what stands is what the history says, on a day of a contract, by its schema. */
function checkDocuments({ before, after, isValid }: PushSeen, bodies: ReadonlyMap<string, JsonObject>): void {
  for (const document of after.documents.values()) {
    const { id, rev, state, body } = document
    const expected = bodies.get(id) ?? {}
    hold('I10', canonical(expected) === canonical(body), () => `${id} stands otherwise than its history says`)
    if (before.documents.get(id)?.rev === rev || state !== 'live') continue
    hold('I28', isValid(document), () => `${id} is stored and not valid: ${canonical(body)}`)
    if (document.collection === 'report') {
      const { date } = body
      const day = typeof date === 'string' ? date : 'no day'
      const isCovered = after.contracts.some(({ starts, ends }) => starts <= day && (!ends || day <= ends))
      hold('I13', isCovered, () => `${id} is of ${day}, which is in no contract`)
    }
  }
}

function overlaid(body: JsonObject, set: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...body, ...set }).filter(([, value]) => value !== null))
}

function touched({ collection, set }: ArrivedOp): string[][] {
  const fields = Object.keys(set)
  const own = groupsOf(collection)
  const grouped = own.map((group) => group.filter((field) => fields.includes(field)))
  const alone = fields.filter((field) => !own.flat().includes(field)).map((field) => [field])
  return [...grouped.filter((group) => group.length > 0), ...alone]
}

function part(values: JsonObject, fields: readonly string[]): string {
  return canonical(fields.map((field) => values[field] ?? null))
}

function members(value: unknown): string[] {
  return Array.isArray(value) ? value.map(canonical) : []
}
