import { Dialog } from '../ui/Dialog.tsx'
import styles from './ShortcutsDialog.module.css'

export interface ShortcutsDialogProps {
  canFile: boolean
  onClose: () => void
}

export function ShortcutsDialog({ canFile, onClose }: ShortcutsDialogProps) {
  return (
    <Dialog open title="Raccourcis du clavier" onClose={onClose}>
      <dl className={styles.keys}>
        {(canFile ? [...filing, ...everywhere] : everywhere).map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

const filing = [
  { keys: 'n', does: 'Nouveau compte rendu' },
  { keys: '/', does: 'Chercher dans les activités' },
]

const everywhere = [
  { keys: '↑ ↓', does: 'Aller d’une ligne à l’autre dans une liste' },
  { keys: 'Entrée', does: 'Ouvrir la ligne' },
  { keys: 'Échap', does: 'Fermer ce qui est ouvert' },
  { keys: '?', does: 'Voir ces raccourcis' },
]
