import { Link } from 'wouter'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { beneficiaryAddress, reportAddress } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useToday } from '../../data/react/use-today.ts'
import { giveUpRefused, type RefusedDocument, type Unfinished } from '../../data/unfinished.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { documentInWords } from './document-words.ts'
import { ExportUnsent } from './ExportUnsent.tsx'
import { GiveUp } from './GiveUp.tsx'

/** What sending can't settle alone, with why. */
export function Refused({ reports, others }: Pick<Unfinished, 'reports' | 'others'>) {
  const today = useToday()
  if (reports.length + others.length === 0) return null
  return (
    <section aria-labelledby="bloques">
      <Stack gap="close">
        <h2 id="bloques">Ce qui vous attend</h2>
        <List labelledBy="bloques">
          {reports.map(({ id, report, mark, rejection }) => (
            <Link key={id} href={reportAddress(id)} asChild>
              <ListRow
                title={`${relativeDay(report.date, today)}, ${reportTitle(report)}`}
                detail={rejection?.message}
                state={<StateMark state={mark} />}
              />
            </Link>
          ))}
          {others.map((document) => (
            <OtherRow key={document.id} document={document} />
          ))}
        </List>
        <ClosedForGood others={others} />
      </Stack>
    </section>
  )
}

function OtherRow({ document: { id, collection, isDelete, rejection } }: { document: RefusedDocument }) {
  const row = (
    <ListRow
      title={documentInWords(collection, isDelete)}
      detail={rejection.message}
      state={<StateMark state="to-correct" />}
    />
  )
  const opens = collection === 'beneficiary' && !isDelete && rejection.code !== 'scope-closed'
  return opens ? (
    <Link href={beneficiaryAddress(id)} asChild>
      {row}
    </Link>
  ) : (
    row
  )
}

/** What no correction can make acceptable: it is exported, or given up. */
function ClosedForGood({ others }: Pick<Unfinished, 'others'>) {
  const db = useDatabase()
  const closed = others.filter(({ rejection }) => rejection.code === 'scope-closed')
  if (closed.length === 0) return null
  return (
    <Row>
      <ExportUnsent />
      <GiveUp count={closed.length} onGiveUp={() => giveUpRefused(db, closed)} />
    </Row>
  )
}
