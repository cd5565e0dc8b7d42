import { useState } from 'react'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { MatchColumns } from './MatchColumns.tsx'
import { Preview } from './Preview.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { useBringIn } from './use-bring-in.ts'
import { useImport } from './use-import.ts'

/** A file of reports or places, from this app or another, looked at line by line before anything is kept of it. */
export function BringInPage({ person }: { person: SignedInPerson }) {
  const { scopes } = person
  const db = useDatabase()
  const today = useToday()
  const [scope, setScope] = useState(scopes[0]?.scope)
  const bringIn = useBringIn(db, { scopes, today })
  const own = useImport(db)
  const { step } = bringIn
  return (
    <Page title="Reprendre un fichier" back={{ href: addresses.more }}>
      {!scope && (
        <EmptyState icon="list" title="Vous ne déposez pas de compte rendu.">
          Ce qui se reprend ici est le travail d’un conseiller, sous son nom.
        </EmptyState>
      )}
      {scope && own.state && <ImportProgress own={own} onClosed={bringIn.startAgain} />}
      {scope && own.state === null && (
        <>
          {step.at === 'choose' && (
            <ChooseFile
              scopes={scopes}
              scope={scope}
              onScope={setScope}
              refusal={step.refusal}
              onChoose={(file) => bringIn.choose(file, scope)}
            />
          )}
          {step.at === 'reading' && (
            <ProgressLine label="Lecture du fichier" done={step.done} total={step.total}>
              <Button onClick={bringIn.startAgain}>Annuler</Button>
            </ProgressLine>
          )}
          {step.at === 'match' && (
            <MatchColumns
              key={step.table.heads.join('\n')}
              table={step.table}
              initial={step.matching}
              scope={scope}
              onMatched={(matching) => bringIn.match(step.table, matching)}
              onCancel={bringIn.startAgain}
            />
          )}
          {step.at === 'preview' && (
            <Preview step={step} scope={scope} bringIn={bringIn} onBring={own.begin} />
          )}
        </>
      )}
    </Page>
  )
}
