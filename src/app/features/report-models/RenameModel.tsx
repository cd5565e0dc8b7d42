import { useDatabase } from '../../data/react/database-context.ts'
import { renameModel } from '../../data/keep-report-model.ts'
import type { LocalModel } from '../../data/report-models.ts'
import { NameDialog } from '../../ui/NameDialog.tsx'

/** Another name for a model. */
export function RenameModel({ model, onDone }: { model: LocalModel; onDone: () => void }) {
  const db = useDatabase()
  return (
    <NameDialog
      title="Renommer le modèle"
      label="Nom du modèle"
      initial={model.name}
      action="Renommer"
      onName={(name) => renameModel(db, model, name).then(onDone)}
      onClose={onDone}
    />
  )
}
