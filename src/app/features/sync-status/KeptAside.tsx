import { reportTitle } from '../../../domain/report/report-title.ts'
import { giveUpKept, type KeptDocument, type KeptScope } from '../../data/kept-aside.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useKeptAside } from '../../data/react/use-kept-aside.ts'
import { useToday } from '../../data/react/use-today.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { documentInWords } from './document-words.ts'
import { ExportUnsent } from './ExportUnsent.tsx'
import { GiveUp } from './GiveUp.tsx'

/** What was never sent of structures that are not one's own any more, each by its title, with the ways out. */
export function KeptAside() {
  const scopes = useKeptAside()
  return scopes?.map((kept) => <KeptOf key={kept.scope} kept={kept} />)
}

function KeptOf({ kept: { scope, label, documents } }: { kept: KeptScope }) {
  const db = useDatabase()
  const heading = `garde-${scope}`
  return (
    <section aria-labelledby={heading}>
      <Stack gap="close">
        <h2 id={heading}>Gardé ici, sans accès à {label || 'la structure'}</h2>
        <p>
          L’accès s’est arrêté avant l’envoi. Tout partira s’il vous est rendu&nbsp;; sinon, exportez, et
          transmettez le fichier à votre structure.
        </p>
        <List labelledBy={heading}>
          {documents.map((document) => (
            <KeptRow key={document.id} document={document} />
          ))}
        </List>
        <Row>
          <ExportUnsent />
          <GiveUp count={documents.length} onGiveUp={() => giveUpKept(db, scope)} />
        </Row>
      </Stack>
    </section>
  )
}

function KeptRow({ document: { collection, report, isDelete } }: { document: KeptDocument }) {
  const today = useToday()
  const title = report
    ? `${relativeDay(report.date, today)}, ${reportTitle(report)}`
    : documentInWords(collection, isDelete)
  return <ListRow title={title} />
}
