import { useCallback, useState } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { StructureAccess } from '../../../domain/access/structure-access.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Problem } from '../../../domain/problem.ts'
import { structureAddress } from '../../addresses.ts'
import { refreshSession } from '../../data/session.ts'
import {
  changeStructureAccess,
  fetchStructureAccess,
  type AccessChange,
} from '../../data/structure-access.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { Members } from './Members.tsx'
import { Refused } from './Refused.tsx'
import { Requests } from './Requests.tsx'
import { useAnswer } from './use-answer.ts'

export interface StructureAccessPageProps {
  membership: Membership
  own: PersonId
}

/** Asks for a change; says whether it was made. `done` is what to say then. */
export type ChangeAccess = (change: AccessChange, done: string) => Promise<boolean>

/** Who has access to a structure: to be read by its members, and changed by its *responsables*. */
export function StructureAccessPage({ membership, own }: StructureAccessPageProps) {
  const { structureId, structureName } = membership
  const { answer, readAgain } = useAnswer(useCallback(() => fetchStructureAccess(structureId), [structureId]))
  const [said, setSaid] = useState<{ done: string } | { refused: Problem | undefined }>()
  const change: ChangeAccess = async (wanted, done) => {
    const made = await changeStructureAccess(structureId, wanted)
    setSaid(made.ok ? { done } : { refused: made.problem })
    await readAgain()
    // What one changed of oneself, or what others did meanwhile, changes what one sees here.
    if (('member' in wanted && wanted.member === own) || !made.ok) await refreshSession()
    return made.ok
  }
  return (
    <Page title="Qui a accès" lead={structureName} back={{ href: structureAddress(structureId) }}>
      <Stack gap="section">
        {said && 'done' in said && (
          <Notice tone="good" title={said.done} onDismiss={() => setSaid(undefined)} />
        )}
        {said && 'refused' in said && <Refused problem={said.refused} onDismiss={() => setSaid(undefined)} />}
        {!answer && <Loading>Demande au serveur…</Loading>}
        {answer && !answer.ok && !(said && 'refused' in said) && <Refused problem={answer.problem} />}
        {answer?.ok && (
          <Access
            access={answer.value}
            own={own}
            manages={membership.role === 'responsable'}
            onChange={change}
          />
        )}
      </Stack>
    </Page>
  )
}

interface AccessProps {
  access: StructureAccess
  own: PersonId
  manages: boolean
  onChange: ChangeAccess
}

function Access({ access, own, manages, onChange }: AccessProps) {
  if (!manages) {
    return (
      <>
        <Members members={access.members} own={own} onChange={undefined} />
        <p>Pour ajouter ou retirer quelqu’un, adressez-vous à une personne responsable.</p>
      </>
    )
  }
  return (
    <>
      {access.requests.length > 0 && <Requests requests={access.requests} onChange={onChange} />}
      <Members members={access.members} own={own} onChange={onChange} />
      <InviteForm onChange={onChange} />
      {access.invitations.length > 0 && <Invitations invitations={access.invitations} onChange={onChange} />}
    </>
  )
}
