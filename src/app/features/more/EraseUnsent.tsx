import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Unsent } from './unsent.ts'

export interface EraseUnsentProps {
  unsent: Unsent
  onErase: () => Promise<void>
}

/** The one way that loses something, and can't be undone: it is confirmed. */
export function EraseUnsent({ unsent, onErase }: EraseUnsentProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="destructive" icon="trash" onClick={() => setAsking(true)}>
        Tout effacer de cet appareil et se déconnecter
      </Button>
      <Dialog
        open={isAsking}
        title="Effacer sans envoyer&nbsp;?"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="destructive" onClick={() => void onErase()}>
              Effacer et se déconnecter
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Revenir
            </Button>
          </>
        }
      >
        <p>Vous perdrez {unsent.words}, sans retour possible.</p>
      </Dialog>
    </>
  )
}
