import { useState } from 'react'
import { addresses } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useModels } from '../../data/react/use-models.ts'
import { deleteModel, restoreModel } from '../../data/keep-report-model.ts'
import type { LocalModel } from '../../data/report-models.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { RenameModel } from './RenameModel.tsx'

/** The models of one's own: to rename, and to be rid of. */
export function ModelsPage() {
  const models = useModels()
  return (
    <Page title="Modèles" back={{ href: addresses.more }}>
      {models && models.length > 0 && <ModelList models={models} />}
      {models?.length === 0 && (
        <EmptyState icon="repeat" title="Vous n’avez pas encore de modèle.">
          Ouvrez un compte rendu qui revient souvent, puis choisissez «&nbsp;En faire un modèle&nbsp;».
        </EmptyState>
      )}
    </Page>
  )
}

function ModelList({ models }: { models: readonly LocalModel[] }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [renamed, setRenamed] = useState<LocalModel>()
  const remove = async ({ id, name }: LocalModel) => {
    await deleteModel(db, id)
    sayDone({
      text: `Modèle « ${name} » supprimé.`,
      actions: [{ label: 'Annuler', onAct: () => void restoreModel(db, id) }],
    })
  }
  return (
    <>
      <List label="Modèles">
        {models.map((model) => (
          <ListRow
            key={model.id}
            title={model.name}
            detail={kindOf(model)}
            actions={
              <Row>
                <Button variant="quiet" icon="pencil" onClick={() => setRenamed(model)}>
                  <span>
                    Renommer <VisuallyHidden>{model.name}</VisuallyHidden>
                  </span>
                </Button>
                <Button variant="quiet" icon="trash" onClick={() => void remove(model)}>
                  <span>
                    Supprimer <VisuallyHidden>{model.name}</VisuallyHidden>
                  </span>
                </Button>
              </Row>
            }
          />
        ))}
      </List>
      {renamed && <RenameModel model={renamed} onDone={() => setRenamed(undefined)} />}
    </>
  )
}

function kindOf({ fields }: LocalModel): string {
  return typeof fields['kind'] === 'string' ? labelOf(reportKindLabels, fields['kind']) : ''
}
