import { useState } from 'react'
import { exportUnsent } from '../../data/orphans.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Row } from '../../ui/Row.tsx'
import type { Unsent } from './unsent.ts'

export interface KeepUnsentProps {
  unsent: Unsent
  onSendNow: () => Promise<void>
  onLeave: () => Promise<void>
}

/** The ways to leave without losing anything. */
export function KeepUnsent({ unsent, onSendNow, onLeave }: KeepUnsentProps) {
  const db = useDatabase()
  const [isSending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    await onSendNow().finally(() => setSending(false))
  }
  const exportAll = async () => {
    downloadText('espace-coop-non-envoye.json', 'application/json', await exportUnsent(db))
  }
  return (
    <Notice
      tone="warn"
      announce="never"
      title={`Il reste ${unsent.words} sur cet appareil.`}
      actions={
        <Row>
          <Button variant="primary" disabled={isSending} onClick={() => void send()}>
            {isSending ? 'Envoi en cours…' : 'Envoyer maintenant'}
          </Button>
          <Button onClick={() => void onLeave()}>Garder sur cet appareil et se déconnecter</Button>
          <Button icon="download" onClick={() => void exportAll()}>
            Exporter
          </Button>
        </Row>
      }
    >
      <p>
        Sur un appareil que vous seul utilisez, vous pouvez les garder&nbsp;: ils partiront à votre prochaine
        connexion ici. Sur un poste partagé, envoyez-les ou exportez-les d’abord.
      </p>
    </Notice>
  )
}
