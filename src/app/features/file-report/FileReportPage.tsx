import { useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { todayHere } from '../../data/today.ts'
import { loadFormStart, type FormStart } from './form-start.ts'
import { ReportForm } from './ReportForm.tsx'

export interface FileReportPageProps {
  person: SignedInPerson
  id: DocumentId
}

/** The form, on a new report, on a draft or on a report that is filed. */
export function FileReportPage({ person, id }: FileReportPageProps) {
  const db = useDatabase()
  const search = useSearch()
  const [start, setStart] = useState<{ id: DocumentId; start: FormStart }>()
  const [failure, setFailure] = useState<unknown>()
  const { scopes } = person
  useEffect(() => {
    let isAwaited = true
    const load = async () => {
      const loaded = await loadFormStart(db, { id, search, scopes, today: todayHere() })
      if (isAwaited) setStart({ id, start: loaded })
    }
    load().catch(setFailure)
    return () => {
      isAwaited = false
    }
    // Read once for a report: what comes later from elsewhere must not change what is being typed.
    // oxlint-disable-next-line react/exhaustive-deps -- on purpose, see above
  }, [db, id])
  if (failure !== undefined) throw failure
  if (scopes.length === 0) return <NothingToFileFor />
  if (start?.id !== id) return null
  return <ReportForm key={id} id={id} scopes={scopes} start={start.start} />
}

function NothingToFileFor() {
  return (
    <Page title="Compte rendu" back={{ href: addresses.home }}>
      <EmptyState icon="building" title="Vous n’êtes rattaché à aucune structure.">
        Demandez à la personne responsable de votre structure de vous ajouter.
      </EmptyState>
    </Page>
  )
}
