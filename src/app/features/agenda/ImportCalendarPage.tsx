import { useState } from 'react'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarRead } from '../../../domain/appointment/planned-event.ts'
import { addresses } from '../../addresses.ts'
import { readCalendarFile } from '../../data/import-calendar.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useToday } from '../../data/react/use-today.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { AgendaScope } from './AgendaScope.tsx'
import { refusals } from './import-account.ts'
import { ImportAccount } from './ImportAccount.tsx'

/** A calendar's file, read on the device: what it would bring is shown before anything is written. */
export function ImportCalendarPage({ scopes }: { scopes: readonly OwnScope[] }) {
  const today = useToday()
  const [scope, setScope] = useState(scopes[0]?.scope)
  const [file, setFile] = useState<{ n: number; read: CalendarRead }>()
  const [refusal, setRefusal] = useState<string>()
  const choose = async (chosen: File) => {
    setFile(undefined)
    setRefusal(undefined)
    try {
      const result = await readCalendarFile(chosen, today)
      if (result.ok) setFile((before) => ({ n: (before?.n ?? 0) + 1, read: result.read }))
      else setRefusal(refusals[result.reason])
    } catch (error) {
      rememberError(error)
      setRefusal(refusals.unreadable)
    }
  }
  return (
    <Page
      title="Importer un calendrier"
      lead="Google Agenda, Outlook, RDV Service Public… Rien n’est doublé, aussi souvent que vous importez."
      back={{ href: addresses.agenda, label: 'Retour à l’agenda' }}
    >
      {scope === undefined ? (
        <EmptyState icon="building" title="Vous n’êtes rattaché à aucune structure." />
      ) : (
        <Stack gap="section">
          <Stack>
            <AgendaScope scopes={scopes} value={scope} onChange={setScope} />
            <FileField
              label="Fichier du calendrier"
              hint="Un fichier «&nbsp;.ics&nbsp;», lu sur cet appareil. Sont repris les titres, les heures et les lieux, de 30 jours en arrière à 90 jours en avant&nbsp;; ni les invités, ni les descriptions."
              accept=".ics,text/calendar"
              error={refusal}
              onChoose={(chosen) => void choose(chosen)}
            />
          </Stack>
          {file && <ImportAccount key={`${file.n} ${scope}`} read={file.read} scope={scope} />}
        </Stack>
      )}
    </Page>
  )
}
