import { Link } from 'wouter'
import { reportTitle } from '../../../domain/report/report-title.ts'
import type { HoldReason } from '../../../domain/sync/pending-op.ts'
import { reportAddress } from '../../addresses.ts'
import { useToday } from '../../data/react/use-today.ts'
import { useWaiting } from '../../data/react/use-waiting.ts'
import type { WaitingDocument } from '../../data/waiting.ts'
import { counted } from '../../ui/format/number.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { documentInWords } from './document-words.ts'

/** What waits to be sent, one line each, and what holds one back where it is held by itself. */
export function Waiting({ count }: { count: number }) {
  const waiting = useWaiting()
  if (!waiting || waiting.length === 0) return null
  const more = count - waiting.length
  return (
    <section aria-labelledby="en-attente">
      <h2 id="en-attente">Ce qui attend d’être envoyé</h2>
      <List labelledBy="en-attente">
        {waiting.map((document) => (
          <WaitingRow key={document.id} document={document} />
        ))}
      </List>
      {more > 0 && <p>Et {counted(more, 'autre', 'autres')}.</p>}
    </section>
  )
}

function WaitingRow({
  document: { id, report, collection, isDeleted, held },
}: {
  document: WaitingDocument
}) {
  const today = useToday()
  const detail = held && heldBack[held]
  const state = <StateMark state="on-device" />
  if (!report) {
    return <ListRow title={documentInWords(collection, isDeleted)} detail={detail} state={state} />
  }
  const title = `${relativeDay(report.date, today)}, ${reportTitle(report)}`
  if (isDeleted) return <ListRow title={`Suppression\u00A0: ${title}`} detail={detail} state={state} />
  return (
    <Link href={reportAddress(id)} asChild>
      <ListRow title={title} detail={detail} state={state} />
    </Link>
  )
}

const heldBack: Record<HoldReason, string> = {
  'no-access': 'Votre accès à la structure est vérifié au prochain contact.',
  deferred: 'Le serveur doit d’abord être mis à jour. L’envoi reprendra de lui-même.',
  refused: 'Le serveur n’a pas su le lire. Son texte lui est remis à part\u00A0: écrivez à l’assistance.',
  unanswered: 'Le serveur n’a rien dit de celui-ci. L’envoi reprendra de lui-même.',
}
