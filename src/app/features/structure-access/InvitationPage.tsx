import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { OfferedInvitation } from '../../../domain/access/structure-access.ts'
import type { Problem } from '../../../domain/problem.ts'
import { addresses, structureAddress } from '../../addresses.ts'
import { refreshSession } from '../../data/session.ts'
import { acceptInvitation, fetchInvitation } from '../../data/structure-access.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Refused } from './Refused.tsx'
import { ownRoleWords, roleWords } from './role-words.ts'
import { useAnswer } from './use-answer.ts'

/** An invitation that was opened: nothing is used up until it is accepted. */
export function InvitationPage({ token }: { token: string }) {
  const [, navigate] = useLocation()
  const { answer } = useAnswer(useCallback(() => fetchInvitation(token), [token]))
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const accept = async () => {
    const accepted = await acceptInvitation(token)
    // Also where it was used already: it may have been by an answer that got lost.
    await refreshSession()
    if (accepted.ok) navigate(structureAddress(accepted.value.structureId), { replace: true })
    else setRefused({ problem: accepted.problem })
  }
  return (
    <Page title="Invitation" back={{ href: addresses.home }}>
      <Stack>
        {!answer && <Loading>Lecture de l’invitation…</Loading>}
        {refused && <Refused problem={refused.problem} />}
        {answer && !answer.ok && !refused && <Refused problem={answer.problem} />}
        {answer?.ok && <Offer offer={answer.value} onAccept={() => void accept()} />}
      </Stack>
    </Page>
  )
}

function Offer({ offer, onAccept }: { offer: OfferedInvitation; onAccept: () => void }) {
  const { structureName, role, invitedBy, expiresAt } = offer
  return (
    <>
      <p>
        {invitedBy} vous invite à lire les comptes rendus de <strong>{structureName}</strong>.
      </p>
      <p>
        Votre rôle&nbsp;: <strong>{roleWords[role].toLowerCase()}</strong>. {ownRoleWords[role]}
      </p>
      <p>L’invitation est valable jusqu’au {formatInstant(Date.parse(expiresAt))}.</p>
      <div>
        <Button variant="primary" onClick={onAccept}>
          Accepter l’invitation
        </Button>
      </div>
    </>
  )
}
