import type { Replacement } from './builds.ts'
import { scenarios } from './scenarios.ts'
import { runOf, type Run } from './steps.ts'

/** A safeguard that is taken away, and the run that must notice. */
export interface Mutant {
  readonly name: string
  /** What is switched off. */
  readonly without: string
  readonly changes: readonly Replacement[]
  /** Seeds that catch it, or a scenario where no seed does so cheaply. */
  readonly caughtBy: { readonly seed: number } | { readonly scenario: keyof typeof scenarios }
  /** The invariant that is found not to hold. */
  readonly invariant: string
}

export function runAgainst({ caughtBy }: Mutant): Run {
  return 'seed' in caughtBy ? runOf(caughtBy.seed) : scenarios[caughtBy.scenario]
}

function mutant(
  name: string,
  without: string,
  [file, find, replace]: readonly [file: string, find: string, replace: string],
  [invariant, caughtBy]: readonly [invariant: string, caughtBy: Mutant['caughtBy']],
  more: readonly Replacement[] = [],
): Mutant {
  return { name, without, changes: [{ file, find, replace }, ...more], caughtBy, invariant }
}

const decide = 'src/domain/sync/decide.ts'
const decideOps = 'src/server/sync/decide-ops.ts'
const applyPull = 'src/app/data/apply-pull.ts'

/** Of the server: what it decides, remembers and tells. */
export const ofServer: readonly Mutant[] = [
  mutant(
    'nodedupe',
    'an op that was seen is not decided again',
    [decideOps, 'if (seen) return { seen }', 'if (seen) desk.decisions.delete(op.opId)'],
    ['I19', { seed: 1 }],
  ),
  mutant(
    'noremember',
    'what is answered is written down',
    [decideOps, '  desk.decided.push({ opId, device, ...kept })\n', ''],
    ['I2', { seed: 1 }],
  ),
  mutant(
    'cursorHead',
    'the cursor is the last row given, not the head',
    ['src/server/sync/fill-page.ts', 'seq: taken.seq, done', 'seq: head.head, done'],
    ['I5', { seed: 7 }],
  ),
  mutant(
    'belowHorizon',
    'whoever has read everything stands at the head, past what a purge took',
    ['src/server/sync/fill-page.ts', 'done ? Math.max(given, found.head) : given', 'given'],
    ['I19', { scenario: 'purge of what was changed last' }],
  ),
  mutant(
    'lww',
    'a concurrent change is noticed',
    ['src/domain/sync/merge.ts', 'if (sameJson(now, base) && !wasPutBack', 'if (rules || wasPutBack'],
    ['I8b', { seed: 1 }],
  ),
  mutant(
    'noconf',
    'the version that lost is written down',
    [decideOps, 'if (hasLost) desk.opened', 'if (desk.nextSeq < 0) desk.opened'],
    ['I8b', { seed: 1 }],
  ),
  mutant(
    'noauthz',
    'only who may write in a scope writes in it',
    [decide, "if (!facts.canWrite) return rejected('no-access')\n", '\n'],
    ['I14', { seed: 13 }],
    [
      { file: 'src/server/store/sync-lock.ts', find: ' and g.user_id = ${person}\n', replace: '\n' },
      {
        file: 'src/server/sync/push-to-scope.ts',
        find: '  if (state.canWrite === undefined) return undefined\n',
        replace: '',
      },
    ],
  ),
  mutant(
    'nocontract',
    'the day of the activity is in a contract',
    [
      decide,
      "return covered ? undefined : rejected('outside-contract', 'date')",
      'return covered ? undefined : undefined',
    ],
    ['I13', { seed: 24 }],
  ),
  mutant(
    'novalidation',
    'what a merge leaves is valid',
    [
      decide,
      '    if (refusal) return refusedMerge(op, current, merge, refusal)\n',
      '    if (refusal && !merge) return refusedMerge(op, current, merge, refusal)\n',
    ],
    ['I28', { seed: 6 }],
  ),
  mutant(
    'nobaserev',
    'a delete loses against an edit that its author had not seen',
    [
      decide,
      'if (op.accepted?.contested || current.rev !== op.baseRev)',
      'if (op.accepted?.contested || current.rev < 0)',
    ],
    ['I21', { seed: 1 }],
  ),
  mutant(
    'otherfields',
    'an op leaves other fields alone',
    [
      'src/domain/sync/merge.ts',
      'body: withFields(current, taken)',
      'body: withFields(current, { ...taken, notes: null })',
    ],
    ['I10', { seed: 1 }],
  ),
  mutant(
    'hole',
    'revisions follow one another',
    [
      decide,
      "    rev: (current?.rev ?? 0) + 1,\n    state: 'live'",
      "    rev: (current?.rev ?? 0) + 2,\n    state: 'live'",
    ],
    ['I10', { seed: 1 }],
  ),
  mutant(
    'reused',
    'a number of the counter is given once',
    [decideOps, 'lock.seq - numbersFor(ops) + 1', 'lock.seq - numbersFor(ops)'],
    ['I4', { seed: 1 }],
  ),
  mutant(
    'nodigest',
    'the digest moves with the documents',
    [
      decideOps,
      '  desk.digest = digestWith(desk.digest, document, before)\n',
      '  digestWith(desk.digest, document, before)\n',
    ],
    ['I7', { seed: 1 }],
  ),
  mutant(
    'wronguser',
    'a queue goes out under its own person’s session only',
    [
      'src/server/sync/require-standing.ts',
      "if (sender.user !== person) throw new CodedError('wrong-user')\n",
      '\n',
    ],
    ['I16', { seed: 3 }],
  ),
  mutant(
    'everygrant',
    'a person is told of their own scopes only',
    [
      'src/server/store/sync-standing.ts',
      'left join sync_grant g on g.user_id = ${person}',
      'left join sync_grant g on true',
    ],
    ['I14', { seed: 3 }],
  ),
  mutant(
    'noerased',
    'an erased id is never written again',
    [decide, "  if (facts.erased || current?.state === 'erased') return rejected('erased')\n", ''],
    ['I27', { scenario: 'an edit of what another device has erased' }],
  ),
  mutant(
    'keephistory',
    'erasing empties the history',
    [
      'src/server/store/sync-erasure.ts',
      "update doc_history set set_fields = '{}' where",
      'update doc_history set set_fields = set_fields where',
    ],
    ['I27', { seed: 5 }],
  ),
  mutant(
    'noplace',
    'what comes again after a restore has its place in the history',
    [
      'src/domain/sync/place-in-history.ts',
      "if (!accepted) return 'new'",
      "if (!accepted || current) return 'new'",
    ],
    ['I21', { scenario: 'a delete that comes again before what it deleted' }],
  ),
  mutant(
    'nowhole',
    'a part of what was deleted before it came back is asked for whole',
    [
      'src/domain/sync/decide.ts',
      "if (isInParts && op.kind === 'patch') return",
      "if (isInParts && op.kind !== 'patch') return",
    ],
    ['I21', { scenario: 'a correction that comes again before its report and after a delete of it' }],
  ),
  mutant(
    'noovertaken',
    'what was put back stays, when what it replaced comes again after it',
    [
      'src/domain/sync/merge.ts',
      'fields.some((field) => overtaken.has(field))',
      'overtaken.size > fields.length + 1000',
    ],
    ['I23', { scenario: 'a value that comes again where it stands already' }],
  ),
  mutant(
    'nohour',
    'what comes again after a restore leaves its hour where it changes nothing',
    [
      'src/domain/sync/decide.ts',
      'const isWritten = changes || leavesItsHour(op, current)',
      'const isWritten = changes',
    ],
    ['I23', { scenario: 'a value that comes again where it stands already' }],
  ),
  mutant(
    'tellsnames',
    'of a closed scope nobody is named',
    [
      'src/server/sync/wire-document.ts',
      'return isClosed && identifiesPeople(collection)',
      'return isClosed && !identifiesPeople(collection) && rev < 0',
    ],
    ['I14', { scenario: 'people whose scope closes' }],
  ),
  mutant(
    'tellsversions',
    'of a closed scope two versions of a person are not told',
    [
      'src/server/sync/fill-page.ts',
      '!closed || !identifiesPeople(change.collection)',
      '!closed || change.docId !== undefined || !identifiesPeople(change.collection)',
    ],
    ['I14', { scenario: 'two versions of somebody in a scope that closes' }],
  ),
  mutant(
    'norestorereplay',
    'what was erased is erased again after a restore',
    ['src/server/sync/open-new-epoch.ts', 'await replayErased(store, log)', '(await log.read()).length'],
    ['I27', { scenario: 'restore after an erasure by a device that is gone' }],
  ),
]

/** Of the device: what it keeps, sends and takes. */
export const ofDevice: readonly Mutant[] = [
  mutant(
    'splitcursor',
    'documents and cursor move in one transaction',
    [
      applyPull,
      "  return db.transaction('rw', db.tables, async () => {\n    if (!(await isOfOurHistory(db, sender, answer.epoch))) return false\n    await noteContact(db, answer.serverTime, tools)\n    await writeMeta(db, 'newerApp'",
      "  await db.transaction('rw', db.cursor, async () => {\n    for (const cursor of await db.cursor.toArray()) {\n      await db.cursor.put({ ...cursor, since: answer.next[cursor.scope]?.seq ?? cursor.since })\n    }\n  })\n  return db.transaction('rw', db.tables, async () => {\n    if (!(await isOfOurHistory(db, sender, answer.epoch))) return false\n    await noteContact(db, answer.serverTime, tools)\n    await writeMeta(db, 'newerApp'",
    ],
    ['I5', { seed: 1 }],
  ),
  mutant(
    'noheal',
    'what was sent is sent again after a restore',
    ['src/app/data/adopt-epoch.ts', '    await sendAgain(db, await db.sent.toArray())\n', ''],
    ['I23', { seed: 33 }],
  ),
  mutant(
    'noepochcheck',
    'an answer of another history is left alone',
    ['src/app/data/sync-context.ts', 'return stored === answered', 'return stored === answered || true'],
    ['I2', { scenario: 'an answer from before a restore' }],
  ),
  mutant(
    'noasof',
    'a rebuild says at which head it began',
    [
      'src/app/data/scope-cursor.ts',
      "asOf: rebuild?.phase === 'running' ? rebuild.asOf : since",
      'asOf: rebuild === null ? since : since',
    ],
    ['I19', { scenario: 'an answer from before a rebuild' }],
  ),
  mutant(
    'grantdiff',
    'a revocation takes whatever is not granted, not what was',
    [
      'src/app/data/withdraw-scopes.ts',
      'of await scopesHeld(db)',
      'of await db.cursor.toCollection().primaryKeys()',
    ],
    ['I14', { seed: 6 }],
  ),
  mutant(
    'noseqguard',
    'an older version never takes the place of a newer one',
    [
      'src/domain/sync/device-document.ts',
      '  if (server && server.generation === generation && told.seq <= server.seq) return document\n',
      '  if (server && generation < 0) return document\n',
    ],
    ['I5', { scenario: 'an answer from before another edit' }],
  ),
  mutant(
    'noposition',
    'a page is applied only from where it was asked',
    [
      applyPull,
      'if (!isReopened && isSamePosition(cursor, asked.get(grant.scope) ?? newCursor(grant.scope)))',
      'if (!isReopened && (isSamePosition(cursor, asked.get(grant.scope) ?? newCursor(grant.scope)) || true))',
    ],
    ['I7', { scenario: 'an answer from before a rebuild' }],
  ),
  mutant(
    'keeptomb',
    'purged tombstones go from the device too',
    ['src/app/data/audit-scope.ts', '  await dropPurged(db, cursor.scope, grant.horizon)\n', ''],
    ['I7', { scenario: 'purge of what every device knows' }],
  ),
  mutant(
    'noreturn',
    'orphans go out when their scope is given back',
    [applyPull, '    await returnOrphans(db, granted, tools.now())\n', ''],
    ['I15', { seed: 12 }],
    [
      {
        file: applyPull,
        find: '    await returnOrphans(db, scopes, tools.now())\n',
        replace: '',
      },
    ],
  ),
  mutant(
    'keepsnames',
    'the names of a closed scope leave the device',
    ['src/app/data/close-scope.ts', 'set.set({ ...set.get(row), base: {} })', 'set.set(set.get(row))'],
    ['I14', { scenario: 'people whose scope closes' }],
  ),
  mutant(
    'keepscopies',
    'copies of what was sent of people leave with their names',
    [
      'src/app/data/close-scope.ts',
      "ofPeople(op) && op.kind !== 'erase')",
      "ofPeople(op) && op.kind !== 'erase' && op.n < 0)",
    ],
    ['I14', { scenario: 'people whose scope closes' }],
  ),
  mutant(
    'staysclosed',
    'a scope that opens again is read again',
    [
      'src/app/data/close-scope.ts',
      '{ ...rebuildWanted(cursor), closed: false }',
      '{ ...cursor, closed: false }',
    ],
    ['I18', { scenario: 'people whose scope opens again' }],
  ),
  mutant(
    'judgesunderway',
    'what was refused is not judged again while a later op is on its way',
    [
      'src/domain/sync/judged-again.ts',
      'if (document.ops.some(({ frozen, rejected }) => frozen && !rejected)) return false',
      'if (document.ops.length < 0) return false',
    ],
    ['I11', { scenario: 'a refused edit whose delete is on its way' }],
  ),
  mutant(
    'deaftoopening',
    'a push that was taken says that a scope is open',
    [
      'src/app/data/apply-results.ts',
      'for (const scope of openScopesIn(answer, byId))',
      'for (const scope of answer.results.length < 0 ? openScopesIn(answer, byId) : [])',
    ],
    ['I23', { scenario: 'somebody taken by a scope that was closed' }],
  ),
  mutant(
    'deaftoclosing',
    'a document told without its values closes its scope, read or not',
    [
      'src/app/data/apply-results.ts',
      'if (set.has(doc) || granted.has(doc.scope))',
      'if (granted.has(doc.scope))',
    ],
    ['I18', { scenario: 'people whose scope closes before it was ever read' }],
  ),
  mutant(
    'blindform',
    'a document that left under its form is saved with what its author saw',
    [
      'src/domain/sync/save-rules.ts',
      'return { set, base: pick(before, Object.keys(set)) }',
      'return { set, base: { ...whole.base, ...changed.base } }',
    ],
    ['I1', { scenario: 'a form that outlives its report' }],
  ),
  mutant(
    'nojudging',
    'what earlier contracts refused is judged again',
    [
      applyPull,
      '  await judgeAgain(db, grant, tools)\n',
      '  if (grant.head < 0) await judgeAgain(db, grant, tools)\n',
    ],
    ['I19', { scenario: 'a contract that is entered after its reports' }],
  ),
  mutant(
    'nonews',
    'the person is told of a scope that left',
    [
      'src/app/data/withdraw-scopes.ts',
      "  await tellOfScope(db, { kind: 'withdrawn',",
      "  if (now < 0) await tellOfScope(db, { kind: 'withdrawn',",
    ],
    ['I15', { scenario: 'a structure withdrawn by mistake and given back' }],
  ),
  mutant(
    'noorphans',
    'what was not sent of a scope that is withdrawn is kept',
    ['src/app/data/withdraw-scopes.ts', '  await db.orphan.bulkPut(unsent)\n', ''],
    ['I2', { seed: 6 }],
  ),
  mutant(
    'thaw',
    'an op that was sent never changes under its id',
    ['src/domain/sync/save-rules.ts', '&& !op.frozen && !op.rejected\n}', '&& !op.rejected\n}'],
    ['I8', { seed: 1 }],
  ),
  mutant(
    'nocoalesce',
    'a save joins the op that was never sent',
    [
      'src/domain/sync/save-rules.ts',
      'if (last && mayJoin(last, whole)) return',
      'if (last && mayJoin(last, whole) && last.n < 0) return',
    ],
    ['I20', { scenario: 'five saves without network' }],
  ),
  mutant(
    'sweepall',
    'a rebuild leaves what waits to be sent',
    [
      'src/app/data/audit-scope.ts',
      'set.set(withoutServer(set.get(row)))',
      'set.set({ ...withoutServer(set.get(row)), ops: [] })',
    ],
    ['I1', { scenario: 'a refused correction of what was purged' }],
  ),
  mutant(
    'nosent',
    'an op leaves the queue into the sent log',
    [
      'src/app/data/apply-results.ts',
      '    if (settlement.sent)\n',
      '    if (settlement.sent && this.#serverTime === null)\n',
    ],
    ['I2', { seed: 1 }],
  ),
  mutant(
    'notransaction',
    'a save is whole or nothing',
    [
      'src/app/data/in-transaction.ts',
      "return db.transaction('rw', [...tables], async () => run())",
      "return tables.length < 0 ? db.transaction('rw', [...tables], run) : run()",
    ],
    ['I1', { seed: 5 }],
  ),
  mutant(
    'severalinflight',
    'one op of a document is under way at a time',
    [
      'src/domain/sync/choose-batch.ts',
      'if (op.rejected || seen.has(key)) return false',
      'if (op.rejected) return false',
    ],
    ['I11', { seed: 1 }],
  ),
  mutant(
    'blocked',
    'a refused op doesn’t stand in the way of others',
    [
      'src/domain/sync/choose-batch.ts',
      'const firsts = firstOfEachDocument(queue)',
      'const firsts = firstOfEachDocument(queue.some((op) => op.rejected) ? [] : queue)',
    ],
    ['I19', { seed: 12 }],
  ),
  mutant(
    'dropunknown',
    'a field that this version doesn’t know is kept',
    [
      'src/domain/sync/device-document.ts',
      '      return told.body ?? {}\n',
      "      return Object.fromEntries(Object.entries(told.body ?? {}).filter(([name]) => name !== 'fieldOfLater'))\n",
    ],
    ['I18', { seed: 4 }],
  ),
  mutant(
    'dropdrafts',
    'a save takes its own draft only',
    ['src/app/data/save-document.ts', 'save.draftId && db.draft.delete(save.draftId)', 'db.draft.clear()'],
    ['I26', { seed: 4 }],
  ),
  mutant(
    'wrongbadge',
    'the count says what waits',
    [
      'src/app/data/sync-status.ts',
      'pending: documentsOf(ops).size - rejected.size',
      'pending: documentsOf(ops).size',
    ],
    ['I25', { seed: 5 }],
  ),
  mutant(
    'keepsent',
    'an erased document goes from the sent log',
    [
      'src/app/data/forget-documents.ts',
      'if (names.length === 0) return\n',
      'if (names.length >= 0) return\n',
    ],
    ['I27', { seed: 4 }],
  ),
]

export const mutants: readonly Mutant[] = [...ofServer, ...ofDevice]
