import type { ApiToken } from '../../../domain/open-data/api-token.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface RevokeQuestionProps {
  token: ApiToken
  onYes: () => void
  onClose: () => void
}

/** It can't be undone: another token would have to be given. */
export function RevokeQuestion({ token, onYes, onClose }: RevokeQuestionProps) {
  return (
    <Dialog
      open
      title={`Révoquer «\u00A0${token.name}\u00A0»\u00A0?`}
      onClose={onClose}
      actions={
        <>
          <Button variant="destructive" onClick={onYes}>
            Révoquer le jeton
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <p>Le logiciel qui l’utilise ne pourra plus rien lire, tout de suite. Il lui faudra un autre jeton.</p>
    </Dialog>
  )
}
