import { useState } from 'react'
import { useStorageState } from '../../data/react/use-storage-state.ts'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { Row } from '../../ui/Row.tsx'

/** Whether the browser keeps what is stored here, and the way to ask it to. */
export function KeepStored() {
  const storage = useStorageState()
  const [isAsked, setAsked] = useState(false)
  if (!storage) return null
  const ask = async () => {
    await storage.ask()
    setAsked(true)
  }
  if (storage.persistence === 'persisted') {
    return <p>Le stockage est durable&nbsp;: le navigateur ne l’effacera pas de lui-même.</p>
  }
  return (
    <Stack gap="close">
      <p>{sentences[storage.persistence]}</p>
      <Status>{isAsked && refused}</Status>
      {storage.persistence === 'best-effort' && !isAsked && (
        <Row>
          <Button onClick={() => void ask()}>Demander un stockage durable</Button>
        </Row>
      )}
    </Stack>
  )
}

const sentences = {
  'best-effort': 'Le stockage n’est pas garanti\u00A0: si la place manque, le navigateur peut l’effacer.',
  unsupported: 'Ce navigateur ne garantit pas le stockage\u00A0: envoyez vos comptes rendus régulièrement.',
} as const

const refused =
  'Le navigateur n’a pas accepté pour le moment. Installer l’application, ou s’en servir souvent, l’y aide.'
