import { useState } from 'react'
import type { OwnReminders } from '../../../domain/access/reminders.ts'
import type { CalendarMonth } from '../../../domain/calendar-month.ts'
import { ofMonthInWords } from '../../../domain/french-words.ts'
import type { AskingStanding } from '../../../domain/reminders/months-to-tell.ts'
import type { ReminderReader } from '../../../domain/reminders/reminder-readers.ts'
import { addresses } from '../../addresses.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import {
  chooseMail,
  fetchOwnReminders,
  keepOwnReminders,
  readKeptOwnReminders,
} from '../../data/reminders.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { SwitchRow } from '../../ui/SwitchRow.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { RemindersState } from './RemindersState.tsx'

const byServer = {
  fetch: () => fetchOwnReminders(),
  keep: (db: CoopDatabase, _question: string, own: OwnReminders) => keepOwnReminders(db, own),
  readKept: (db: CoopDatabase) => readKeptOwnReminders(db),
}

/** Whether one is reminded by mail, and what was sent. */
export function OwnRemindersPage() {
  const { answer: read, phase, put } = useServerAnswer('own', byServer)
  return (
    <Page
      title="Relances"
      lead="Quand des activités manquent, un rappel s’affiche ici et part par courriel, une fois par semaine au plus."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <RemindersState phase={phase} isEmpty={!read} />
        {read && <MailChoice read={read} onChosen={put} />}
        {read && <Sent read={read} />}
      </Stack>
    </Page>
  )
}

function MailChoice({ read, onChosen }: { read: OwnReminders; onChosen: (own: OwnReminders) => void }) {
  const sayDone = useSayDone()
  const [isAsking, setAsking] = useState(false)
  const choose = async (wanted: boolean) => {
    setAsking(true)
    const done = await chooseMail(wanted)
    setAsking(false)
    if (done.ok) onChosen({ ...read, stoppedAt: wanted ? null : new Date().toISOString() })
    sayDone({
      text: done.ok
        ? wanted
          ? 'Vous recevrez les rappels par courriel.'
          : 'Vous ne recevrez plus de rappel par courriel.'
        : 'Le serveur ne répond pas\u00A0: votre choix n’est pas changé. Réessayez avec du réseau.',
    })
  }
  return (
    <SwitchRow
      label="Recevoir les rappels par courriel"
      hint="Sans courriel, ils restent affichés dans Espace Coop."
      checked={read.stoppedAt === null}
      disabled={isAsking}
      onChange={({ target }) => void choose(target.checked).catch(rememberError)}
    />
  )
}

const titles: Readonly<Record<ReminderReader, string>> = {
  advisor: 'Vos activités',
  structure: 'Les activités de votre structure',
  coordinator: 'Les activités de votre équipe',
  state: 'Les postes de votre territoire',
}

const monthTitles: Readonly<Record<AskingStanding, (month: CalendarMonth) => string>> = {
  'to-vouch': (month) => `Le mois ${ofMonthInWords(month)} à attester`,
  'to-review': (month) => `Le mois ${ofMonthInWords(month)} à revoir`,
}

/** The newest first, as each of the two is. */
function sentLines({ sent, months }: OwnReminders) {
  return [
    ...sent.map(({ reader, structureName, at }) => ({ title: titles[reader], structureName, at })),
    ...months.map(({ standing, month, structureName, at }) => ({
      title: monthTitles[standing](month),
      structureName,
      at,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
}

function Sent({ read }: { read: OwnReminders }) {
  const sent = sentLines(read)
  if (sent.length === 0) return <EmptyState icon="check" title="Aucun rappel ne vous a été envoyé." />
  return (
    <section aria-labelledby="envoyes">
      <h2 id="envoyes">Courriels envoyés</h2>
      <List labelledBy="envoyes">
        {sent.map(({ title, structureName, at }) => (
          <ListRow
            key={`${title} ${structureName} ${at}`}
            icon="calendar"
            title={title}
            detail={`${structureName}, ${formatInstant(Date.parse(at))}`}
          />
        ))}
      </List>
    </section>
  )
}
