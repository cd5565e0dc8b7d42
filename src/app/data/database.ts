import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { Dexie, type Table } from 'dexie'
import type { DocumentId, OpId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { NewOp, PendingOp } from '../../domain/sync/pending-op.ts'
import type { ImportPart } from './import-part.ts'
import type { KeptLayout } from './kept-layout.ts'
import type { LocalConflict } from './local-conflict.ts'
import type { Draft } from './draft.ts'
import type { LocalDocument } from './local-document.ts'
import type { MetaRow } from './meta.ts'
import type { MonthFacts } from './month-facts.ts'
import { adoptCollections } from './adopt-collections.ts'
import type { ScopeCursor } from './scope-cursor.ts'
import type { SentOp } from './sent-log.ts'

export type DocumentKey = [scope: ScopeId, id: DocumentId]

/**
 * All that one person has on this device (I16: one database for each person). Schema changes are additive, come a
 * release before they are used, and never rename (sync.md P27, P28).
 */
export class CoopDatabase extends Dexie {
  readonly personId: PersonId
  readonly report: Table<LocalDocument, DocumentKey>
  readonly place: Table<LocalDocument, DocumentKey>
  readonly beneficiary: Table<LocalDocument, DocumentKey>
  readonly appointment: Table<LocalDocument, DocumentKey>
  readonly model: Table<LocalDocument, DocumentKey>
  /**
   * Documents of small collections, which no list needs an order of (absences, messages, confirmations), and of those that a
   * newer server has and this build hasn't: kept for the digest and for an update.
   */
  readonly other: Table<LocalDocument, DocumentKey>
  readonly outbox: Table<PendingOp, number, NewOp | PendingOp>
  readonly sent: Table<SentOp, OpId>
  readonly orphan: Table<PendingOp, OpId>
  readonly conflict: Table<LocalConflict, string>
  readonly cursor: Table<ScopeCursor, ScopeId>
  readonly draft: Table<Draft, DocumentId>
  /** Made from the reports, for figures; may be missing, is never behind (month-facts.ts). */
  readonly fact: Table<MonthFacts, string>
  readonly meta: Table<MetaRow, string>
  /** What is being brought in from a file, a part at a time: an import outlives a page that is closed. */
  readonly importPart: Table<ImportPart, number>
  /** How the columns of another tool's files were matched, by what those files have in common. */
  readonly layout: Table<KeptLayout, string>

  /** A file is being brought in here: what it adds to the queue is counted once it is over, not after each part. */
  isBeingFilled = false

  readonly #saveListeners = new Set<() => void>()
  readonly #lossListeners = new Set<() => void>()

  constructor(personId: PersonId, name: string) {
    // Strict: a save that is said to be done is on the disk (P14). No cache: lists show only what is committed.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.personId = personId
    this.version(1).stores({
      report: '[scope+id], id, [state+order+id]',
      place: '[scope+id], id, [scope+state+order]',
      other: '[scope+id], collection',
      // The key generator of IndexedDB never gives a number twice: `n` is the order in which ops were made.
      outbox: '++n, &opId, [scope+id]',
      sent: 'opId, ackedAt, [scope+id]',
      orphan: 'opId, scope, [scope+id]',
      conflict: 'id, [scope+docId]',
      cursor: 'scope',
      draft: 'id, updatedAt',
      meta: 'k',
    })
    this.version(2)
      .stores({
        report: '[scope+id], id, [state+order+id], *people',
        beneficiary: '[scope+id], id, [scope+state+order]',
        appointment: '[scope+id], id, [state+order+id]',
        model: '[scope+id], id, [scope+state+order]',
      })
      .upgrade(adoptCollections)
    // Facts are made when figures are first asked for: nothing to upgrade.
    this.version(3).stores({
      beneficiary: '[scope+id], id, [scope+state+order], body.mergedInto',
      fact: 'month',
      importPart: 'n, done',
      layout: 'signature',
    })
    this.report = this.table('report')
    this.place = this.table('place')
    this.beneficiary = this.table('beneficiary')
    this.appointment = this.table('appointment')
    this.model = this.table('model')
    this.other = this.table('other')
    this.outbox = this.table('outbox')
    this.sent = this.table('sent')
    this.orphan = this.table('orphan')
    this.conflict = this.table('conflict')
    this.cursor = this.table('cursor')
    this.draft = this.table('draft')
    this.fact = this.table('fact')
    this.meta = this.table('meta')
    this.importPart = this.table('importPart')
    this.layout = this.table('layout')
  }

  /** Calls back after each save of this tab; returns the way to stop. */
  onSave(listener: () => void): () => void {
    this.#saveListeners.add(listener)
    return () => this.#saveListeners.delete(listener)
  }

  /** To be called once the transaction of a save is complete. */
  announceSave(): void {
    for (const listener of this.#saveListeners) listener()
  }

  /** Calls back when what this tab has read from the database is no longer in it; returns the way to stop. */
  onLoss(listener: () => void): () => void {
    this.#lossListeners.add(listener)
    return () => this.#lossListeners.delete(listener)
  }

  /** To be called where the browser has thrown the database away under an open tab (storage-witness.ts). */
  announceLoss(): void {
    for (const listener of this.#lossListeners) listener()
  }
}

/** The table that holds a collection's documents: its own, or the one that small ones share. */
export function tableOf(db: CoopDatabase, collection: string): Table<LocalDocument, DocumentKey> {
  switch (collection) {
    case 'report':
      return db.report
    case 'place':
      return db.place
    case 'beneficiary':
      return db.beneficiary
    case 'appointment':
      return db.appointment
    case 'report-model':
      return db.model
    default:
      return db.other
  }
}

/**
 * The database of a person; nothing is opened before the first use.
 *
 * @param name tests have several devices of one person in one program
 */
export function openDatabase(personId: PersonId, name: string = databaseName(personId)): CoopDatabase {
  return new CoopDatabase(personId, name)
}

/** A name that doesn't show the person's id in the browser's tools. */
export function databaseName(personId: PersonId): string {
  return `coop-${bytesToHex(md5(utf8ToBytes(personId))).slice(0, 16)}`
}
