import { useState } from 'react'
import type { ScopeId } from '../../../domain/ids.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { makeModel } from '../../data/keep-report-model.ts'
import { Button } from '../../ui/Button.tsx'
import { NameDialog } from '../../ui/NameDialog.tsx'
import { useSayDone } from '../../ui/undo.ts'

/** Keeps what of a report comes again under a name of one's own. */
export function MakeModel({ scope, report, title }: { scope: ScopeId; report: JsonObject; title: string }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [isAsking, setAsking] = useState(false)
  const make = async (name: string) => {
    await makeModel(db, { scope, name, report })
    setAsking(false)
    sayDone({ text: `Modèle « ${name} » enregistré. Il vous est proposé dans le compte rendu.` })
  }
  return (
    <>
      <Button icon="plus" onClick={() => setAsking(true)}>
        En faire un modèle
      </Button>
      {isAsking && (
        <NameDialog
          title="En faire un modèle"
          label="Nom du modèle"
          hint="Par exemple : permanence du mardi. Pas de nom de personne."
          initial={title}
          action="Enregistrer le modèle"
          onName={make}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
