import type { AskedQuestion } from '../../domain/access/structure-questions.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { DocumentId } from '../../domain/ids.ts'
import { nameBasedId } from '../../domain/name-based-id.ts'
import { isClosed } from '../../domain/sync/closed-scope.ts'
import { nameOfPerson } from '../store/people.ts'
import { reportOfStructure } from '../store/report-messages.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import { writeServerDocument } from '../sync/write-server-document.ts'
import type { Acting } from './declare-absence.ts'
import { requireResponsable } from './require-responsable.ts'

/**
 * A *responsable* asks something about a report that the structure may read: a document of the advisor's scope, which
 * reaches their phone. Throws `forbidden`, `not-found` for a report that the structure doesn't read or that was deleted,
 * `scope-closed`.
 */
export async function askQuestion(
  store: Store,
  { person, structure, now }: Acting,
  { key, advisor, report, text }: AskedQuestion,
): Promise<DocumentId> {
  return inTransaction(store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const asked = await reportOfStructure(tx, { structure, advisor, report })
    if (!asked) throw new CodedError('not-found')
    const { scope, rev, contracts } = asked
    if (isClosed(contracts, frenchDayOf(now))) throw new CodedError('scope-closed')
    const id = nameBasedId(scope, `question ${person} ${key}`)
    const at = now.toISOString()
    const fromName = await nameOfPerson(tx, person)
    const body = { report, kind: 'question', from: 'structure', fromName, text, rev, at }
    const document = {
      collection: 'report-message' as const,
      id,
      body,
      by: person,
      at,
      onlyNew: true as const,
    }
    await writeServerDocument(tx, { scope, ...document })
    return id
  })
}
