import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { counted } from '../../ui/format/number.ts'

export interface GiveUpProps {
  /** How many things go. */
  count: number
  onGiveUp: () => Promise<void>
}

/** The one way that loses something, and can't be undone: it is confirmed. */
export function GiveUp({ count, onGiveUp }: GiveUpProps) {
  const [isAsking, setAsking] = useState(false)
  const giveUp = async () => {
    await onGiveUp()
    setAsking(false)
  }
  return (
    <>
      <Button variant="destructive" icon="trash" onClick={() => setAsking(true)}>
        Retirer de cet appareil
      </Button>
      <Dialog
        open={isAsking}
        title="Retirer sans envoyer&nbsp;?"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="destructive" onClick={() => void giveUp()}>
              Retirer
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Revenir
            </Button>
          </>
        }
      >
        <p>
          {counted(count, 'élément disparaîtra', 'éléments disparaîtront')} de cet appareil, sans retour
          possible. Exportez d’abord ce qui peut servir à quelqu’un.
        </p>
      </Dialog>
    </>
  )
}
