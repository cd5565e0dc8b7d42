import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { daysOfMonth } from '../../../domain/calendar-month.ts'
import { addresses } from '../../addresses.ts'
import { fetchOwnReadings, keepOwnReadings, readKeptOwnReadings } from '../../data/own-readings.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatMonth } from '../../ui/format/date.ts'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { MonthField } from './MonthField.tsx'
import { ReadingDays } from './ReadingDays.tsx'
import { ownLines } from './reading-lines.ts'
import styles from './readings.module.css'
import { ReadingsState } from './ReadingsState.tsx'
import { useMonthInAddress } from './use-month-in-address.ts'

const byServer = {
  fetch: (month: Parameters<typeof fetchOwnReadings>[0]) => fetchOwnReadings(month),
  keep: keepOwnReadings,
  readKept: readKeptOwnReadings,
}

/** Who of the structure read one's reports: each that was opened, and the lists that held some. */
export function OwnReadingsPage({ person: { scopes } }: { person: SignedInPerson }) {
  const chosen = useMonthInAddress()
  const { month } = chosen
  const { answer: read, of, phase, reload } = useServerAnswer(month, byServer)
  // The answer of another month isn't this one's.
  const answer = of === month ? read : undefined
  const lines = answer ? ownLines(answer.said, scopes.length > 1) : []
  return (
    <Page title="Qui a lu mes comptes rendus" back={{ href: addresses.more }}>
      <Stack gap="section">
        <MonthField {...chosen} />
        <ReadingsState phase={phase} readAt={answer?.readAt} onAgain={reload} />
        {answer && lines.length === 0 && (
          <EmptyState
            icon="check"
            title={`Personne n’a lu vos comptes rendus en ${formatMonth(daysOfMonth(month).from)}.`}
          />
        )}
        <ReadingDays lines={lines} />
        <p className={styles.rules}>
          Les membres de votre structure lisent vos comptes rendus, sans les personnes ni les notes que vous
          gardez pour vous. Chaque lecture est notée le jour où le compte rendu leur est envoyé, une fois par
          jour et par personne&nbsp;; relire ensuite sans réseau n’est pas noté de nouveau. Ces lectures sont
          gardées un an. Personne ne peut les modifier ni les effacer.
        </p>
      </Stack>
    </Page>
  )
}
