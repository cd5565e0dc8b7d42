import { useCallback, useState } from 'react'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import type { FirstRequest } from '../../../domain/access/structure-access.ts'
import type { Problem } from '../../../domain/problem.ts'
import { departmentName, isDepartmentCode } from '../../../domain/territory/departments.ts'
import { addresses } from '../../addresses.ts'
import { answerFirstRequest, fetchFirstRequests } from '../../data/structure-access.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { Refused } from './Refused.tsx'
import { RowActions } from './RowActions.tsx'
import { useAnswer } from './use-answer.ts'

/** The State lets in the first *responsable* of each structure of its remit. */
export function FirstRequestsPage({ remit }: { remit: SignedInPerson['state'] }) {
  const department = remit?.department ?? null
  const { answer, readAgain } = useAnswer(useCallback(() => fetchFirstRequests(department), [department]))
  const [said, setSaid] = useState<{ done: string } | { refused: Problem | undefined }>()
  const settle = async (request: FirstRequest, accepted: boolean) => {
    const made = await answerFirstRequest(request, accepted)
    const done = accepted
      ? `${request.name} est responsable de «\u00A0${request.structureName}\u00A0».`
      : `La demande de ${request.name} est refusée.`
    setSaid(made.ok ? { done } : { refused: made.problem })
    await readAgain()
  }
  return (
    <Page
      title="Demandes d’accès"
      lead="Structures dont personne n’est encore responsable"
      back={{ href: addresses.home }}
    >
      <Stack>
        {said && 'done' in said && <Notice tone="good" title={said.done} />}
        {said && 'refused' in said && <Refused problem={said.refused} />}
        {!answer && <Loading>Demande au serveur…</Loading>}
        {answer && !answer.ok && <Refused problem={answer.problem} />}
        {answer?.ok && <Waiting requests={answer.value.requests} onSettle={settle} />}
      </Stack>
    </Page>
  )
}

interface WaitingProps {
  requests: readonly FirstRequest[]
  onSettle: (request: FirstRequest, accepted: boolean) => Promise<void>
}

function Waiting({ requests, onSettle }: WaitingProps) {
  if (requests.length === 0) {
    return (
      <EmptyState icon="check" title="Aucune demande n’attend.">
        Une fois qu’une structure a une personne responsable, c’est elle qui répond aux demandes suivantes.
      </EmptyState>
    )
  }
  return (
    <>
      <p>
        L’employeur de chaque personne est bien la structure, par son numéro SIRET. Acceptée, la personne
        devient responsable&nbsp;: elle lit les comptes rendus, et décide qui d’autre a accès.
      </p>
      <List label="Demandes qui attendent">
        {requests.map((request) => (
          <ListRow
            key={request.id}
            icon="building"
            title={`${request.structureName}${inDepartment(request.department)}`}
            detail={`${request.name}, ${request.email}. Demande du ${formatInstant(Date.parse(request.askedAt))}.`}
            actions={
              <RowActions>
                <Button variant="primary" onClick={() => void onSettle(request, true)}>
                  <span>
                    Accepter <VisuallyHidden>{request.name}</VisuallyHidden>
                  </span>
                </Button>
                <Button onClick={() => void onSettle(request, false)}>
                  <span>
                    Refuser <VisuallyHidden>la demande de {request.name}</VisuallyHidden>
                  </span>
                </Button>
              </RowActions>
            }
          />
        ))}
      </List>
    </>
  )
}

function inDepartment(code: string | null): string {
  return code !== null && isDepartmentCode(code) ? ` (${departmentName(code)})` : ''
}
