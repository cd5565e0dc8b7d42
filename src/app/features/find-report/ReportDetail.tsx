import { Link } from 'wouter'
import type { JsonObject } from '../../../domain/json.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { formAddress, formLikeAddress } from '../../addresses.ts'
import type { LocalReport } from '../../data/reports.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { FieldList } from './FieldList.tsx'
import { QuestionNotice } from './questions/QuestionNotice.tsx'
import { ReportTraces } from './traces/ReportTraces.tsx'
import { MakeModel } from './MakeModel.tsx'
import { useDelete } from './use-delete.ts'

/** A report as it is read: what waits for the person first, then what it says, then what can be done with it. */
export function ReportDetail({ report: local }: { report: LocalReport }) {
  const { id, report, mark, rejection, conflicts } = local
  const remove = useDelete(id)
  const formHref = formAddress(id)
  // A report is JSON: it came from the device's own table.
  const fields = report as unknown as JsonObject
  return (
    <Stack>
      {rejection && (
        <Notice
          tone="bad"
          announce="never"
          title={rejection.message}
          actions={
            <Link href={formHref} asChild>
              <ButtonLink icon="pencil">Corriger</ButtonLink>
            </Link>
          }
        >
          Le serveur n’a pas pris ce compte rendu. Il est gardé sur cet appareil.
        </Notice>
      )}
      {conflicts.map((conflict) => (
        <ConflictNotice key={conflict.id} conflict={conflict} current={fields} />
      ))}
      <QuestionNotice report={id} />
      {mark !== 'to-correct' && mark !== 'two-versions' && <StateMark state={mark} />}
      <FieldList fields={shownOf(fields)} />
      <div data-print="hide">
        <Row>
          <Link href={formHref} asChild>
            <ButtonLink icon="pencil">Modifier</ButtonLink>
          </Link>
          <Link href={formLikeAddress('refaire', id)} asChild>
            <ButtonLink icon="repeat">Refaire</ButtonLink>
          </Link>
          <MakeModel scope={local.scope} report={fields} title={reportTitle(report)} />
          <Button icon="print" onClick={() => window.print()}>
            Imprimer
          </Button>
          <Button variant="destructive" icon="trash" onClick={() => void remove()}>
            Supprimer ce compte rendu
          </Button>
        </Row>
      </div>
      <ReportTraces report={id} canCorrect />
    </Stack>
  )
}

/** Whether a note is shared means something only where there is one. */
function shownOf(report: JsonObject): JsonObject {
  const { notesShared, ...rest } = report
  return 'notes' in report && notesShared !== undefined ? report : rest
}
