import { useDatabase } from '../../data/react/database-context.ts'
import { exportUnsent } from '../../data/orphans.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadText } from '../../ui/download-text.ts'

/** Gives the person what the server doesn't have, as a file. */
export function ExportUnsent() {
  const db = useDatabase()
  const exportAll = async () => {
    downloadText('espace-coop-non-envoye.json', 'application/json', await exportUnsent(db))
  }
  return (
    <Button icon="download" onClick={() => void exportAll()}>
      Exporter ce qui n’est pas envoyé
    </Button>
  )
}
