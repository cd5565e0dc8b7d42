import { documentIdSchema, type DocumentId, type ScopeId } from '../../domain/ids.ts'
import { sameJson, type JsonObject } from '../../domain/json.ts'
import { messageKinds, type MessageKind } from '../../domain/report-message/report-message.ts'
import { inReadingOrder, openQuestions, type ThreadMessage } from '../../domain/report-message/thread.ts'
import type { CoopDatabase } from './database.ts'
import { instantText } from './instant-text.ts'
import type { LocalDocument } from './local-document.ts'
import { newDocumentId } from './new-id.ts'
import { marksHere, type ReportMark } from './report-marks.ts'
import { saveDocument } from './save-document.ts'

/** A message on a report of one's own, as this device knows it. */
export interface LocalMessage extends ThreadMessage {
  readonly scope: ScopeId
  readonly report: DocumentId
  /** Who asks; undefined for what one says oneself. */
  readonly fromName: string | undefined
  readonly text: string | undefined
  readonly mark: ReportMark
}

/** Messages of the device, in the order in which they are read; of one report where it is given. */
export async function messagesHere(db: CoopDatabase, report?: DocumentId): Promise<LocalMessage[]> {
  const [rows, marks] = await Promise.all([
    db.other.where({ collection: 'report-message' }).toArray(),
    marksHere(db),
  ])
  const messages = rows.flatMap((row) => messageIn(row, marks.get(row.id) ?? 'sent') ?? [])
  return inReadingOrder(messages.filter((message) => report === undefined || message.report === report))
}

/** One of a kind that only a newer build knows is left to it. What was deleted was said all the same. */
function messageIn({ id, scope, state, body }: LocalDocument, mark: ReportMark): LocalMessage | undefined {
  const kind = messageKinds.find((known) => known === body['kind'])
  const report = documentIdSchema.safeParse(body['report']).data
  if (state === 'erased' || !kind || !report) return undefined
  const { from, fromName, text, settles, at } = body
  return {
    id,
    scope,
    report,
    kind,
    mark,
    fromName: from === 'structure' ? textOr(fromName, '') : undefined,
    text: typeof text === 'string' ? text : undefined,
    settles: (Array.isArray(settles) ? settles : []).flatMap(
      (each) => documentIdSchema.safeParse(each).data ?? [],
    ),
    at: textOr(at, ''),
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

/** Answers the questions that one has before one's eyes, in one's own words. */
export function answerQuestions(
  db: CoopDatabase,
  questions: readonly LocalMessage[],
  text: string,
): Promise<void> {
  return say(db, questions, { kind: 'answer', text })
}

/** Says that a correction of the report settled the questions. */
export function settleByCorrection(db: CoopDatabase, questions: readonly LocalMessage[]): Promise<void> {
  return say(db, questions, { kind: 'correction' })
}

async function say(
  db: CoopDatabase,
  questions: readonly LocalMessage[],
  said: { kind: MessageKind; text?: string },
): Promise<void> {
  const [first] = questions
  if (!first) return
  const { scope, report } = first
  const body: JsonObject = {
    report,
    from: 'advisor',
    ...said,
    settles: questions.map(({ id }) => id),
    at: instantText(Date.now()),
  }
  await saveDocument(db, { scope, collection: 'report-message', id: newDocumentId(), body })
}

/**
 * From now on a save of the report here, by which it says something else, settles its open questions: whoever goes to
 * the form from a question answers it by what they correct. Given up as soon as it has happened, or with the page.
 */
export async function settleOnceCorrected(
  db: CoopDatabase,
  { scope, report }: Pick<LocalMessage, 'scope' | 'report'>,
): Promise<void> {
  const read = async () => (await db.report.get([scope, report]))?.body
  const before = await read()
  let isOver = false
  const stop = db.onSave(() => void settle())
  const settle = async () => {
    const now = await read()
    if (isOver || !before || !now || sameJson(before, now)) return
    isOver = true
    stop()
    await settleByCorrection(db, openQuestions(await messagesHere(db, report)))
  }
}
