import { useState } from 'react'
import { useSyncStatus } from '../../data/react/use-sync-status.ts'
import { useUnfinished } from '../../data/react/use-unfinished.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { AtRisk } from './AtRisk.tsx'
import { ClockNotice } from './ClockNotice.tsx'
import { DeviceStorage } from './DeviceStorage.tsx'
import { ExportUnsent } from './ExportUnsent.tsx'
import { ImportUnsent } from './ImportUnsent.tsx'
import { KeptAside } from './KeptAside.tsx'
import { LastContact } from './LastContact.tsx'
import { OtherVersions } from './OtherVersions.tsx'
import { Refused } from './Refused.tsx'
import { ScopeChanges } from './ScopeChanges.tsx'
import { SendingState } from './SendingState.tsx'
import { Waiting } from './Waiting.tsx'

export interface SyncPageProps {
  /** Runs a cycle; resolves when it has ended, however it ended. */
  onSendNow: () => Promise<void>
}

/** Synchronisation: what is sent, what isn't, why, and what to do. The only page that says the word. */
export function SyncPage({ onSendNow }: SyncPageProps) {
  const status = useSyncStatus()
  const unfinished = useUnfinished()
  const [isSending, setSending] = useState(false)
  if (!status || !unfinished) return null
  const send = async () => {
    setSending(true)
    await onSendNow().finally(() => setSending(false))
  }
  const unsent = status.pending + status.toCorrect + status.orphans + unfinished.drafts.length
  return (
    <Page title="Synchronisation">
      <Stack gap="section">
        <Stack>
          <SendingState status={status} drafts={unfinished.drafts.length} />
          <LastContact lastOkAt={status.lastOkAt} historyIncomplete={status.historyIncomplete} />
          <Row>
            <Button variant="primary" icon="sync" disabled={isSending} onClick={() => void send()}>
              {isSending ? 'Envoi en cours…' : 'Envoyer maintenant'}
            </Button>
            {unsent > 0 && <ExportUnsent />}
          </Row>
          {unsent > 0 && <AtRisk />}
        </Stack>
        <ScopeChanges />
        <ClockNotice offsetMs={status.clockOffsetMs} />
        <Waiting count={status.pending} />
        <OtherVersions />
        <Refused reports={unfinished.reports} others={unfinished.others} />
        <KeptAside />
        <DeviceStorage />
        <ImportUnsent />
      </Stack>
    </Page>
  )
}
