import { useMemo } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { daysOfMonth } from '../../../domain/calendar-month.ts'
import { structureAddress } from '../../addresses.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import {
  fetchStructureReadings,
  keepStructureReadings,
  readKeptStructureReadings,
  type LogQuestion,
} from '../../data/structure-readings.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatMonth } from '../../ui/format/date.ts'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { MonthField } from './MonthField.tsx'
import { ReadingDays } from './ReadingDays.tsx'
import { structureLines } from './reading-lines.ts'
import styles from './readings.module.css'
import { ReadingsState } from './ReadingsState.tsx'
import { useMonthInAddress } from './use-month-in-address.ts'

const byServer = {
  fetch: (question: LogQuestion) => fetchStructureReadings(question),
  keep: keepStructureReadings,
  readKept: readKeptStructureReadings,
}

/** Who of a structure read what, for who answers for it. */
export function StructureReadingsPage({ membership }: { membership: Membership }) {
  const { structureId, structureName, role } = membership
  return (
    <Page
      title="Journal des lectures"
      documentTitle={`Journal des lectures, ${structureName}`}
      lead={structureName}
      back={{ href: structureAddress(structureId) }}
    >
      {role === 'responsable' ? (
        <Log structureId={structureId} />
      ) : (
        <EmptyState icon="lock" title="Ce journal se lit par qui est responsable de la structure.">
          Vos propres lectures y sont notées, et montrées aux personnes dont vous lisez les comptes rendus.
        </EmptyState>
      )}
    </Page>
  )
}

function Log({ structureId }: Pick<Membership, 'structureId'>) {
  const chosen = useMonthInAddress()
  const { month } = chosen
  const question = useMemo(() => ({ structureId, month }), [structureId, month])
  const { answer: read, of, phase, reload } = useServerAnswer(question, byServer)
  // The answer of another month isn't this one's.
  const answer = of?.month === month ? read : undefined
  const lines = answer ? structureLines(answer.said, structureId) : []
  return (
    <Stack gap="section">
      <MonthField {...chosen} />
      <ReadingsState phase={phase} readAt={answer?.readAt} onAgain={reload} />
      {answer && lines.length === 0 && (
        <EmptyState icon="check" title={`Aucune lecture en ${formatMonth(daysOfMonth(month).from)}.`} />
      )}
      <ReadingDays lines={lines} />
      <p className={styles.rules}>
        Ce que chaque membre lit est noté, une fois par jour et par personne, et montré à qui a écrit le
        compte rendu. Une liste gardée sur un appareil est notée le jour où il l’a reçue. Le journal est gardé
        un an. Personne ne peut le modifier ni l’effacer.
      </p>
    </Stack>
  )
}
