import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { ContractOffer } from '../../../domain/access/contract-offer.ts'
import { contractTermsLabels, postRoleLabels } from '../../../domain/commitments/post-words.ts'
import type { Problem } from '../../../domain/problem.ts'
import { addresses } from '../../addresses.ts'
import { acceptContractOffer, declineContractOffer, fetchContractOffer } from '../../data/contract-offers.ts'
import type { SaidOutcome } from '../../data/say-to-server.ts'
import { refreshSession } from '../../data/session.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { formatDuration } from '../../ui/format/duration.ts'
import { formatInstant } from '../../ui/format/instant.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { Refused } from './Refused.tsx'
import { useAnswer } from './use-answer.ts'

/** A contract that a structure offers to whoever opens the link: read, then accepted or refused. */
export function ContractOfferPage({ token }: { token: string }) {
  const [, navigate] = useLocation()
  const sayDone = useSayDone()
  const { answer } = useAnswer(useCallback(() => fetchContractOffer(token), [token]))
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const [isSending, setSending] = useState(false)
  const give = async (sent: Promise<SaidOutcome>, words: string) => {
    setSending(true)
    const outcome = await sent
    // Also where it was answered already: it may have been by an answer that got lost.
    await refreshSession()
    setSending(false)
    if (!outcome.ok) return setRefused({ problem: outcome.problem })
    sayDone({ text: words })
    navigate(addresses.home, { replace: true })
  }
  return (
    <Page title="Un contrat à accepter" back={{ href: addresses.home }}>
      <Stack>
        {!answer && <Loading>Lecture du contrat…</Loading>}
        {refused && <Refused problem={refused.problem} />}
        {answer && !answer.ok && !refused && <Refused problem={answer.problem} />}
        {answer?.ok && !refused && (
          <Offer
            offer={answer.value}
            isSending={isSending}
            onAccept={() =>
              void give(
                acceptContractOffer(token, answer.value.seen),
                'Contrat accepté. Vous pouvez déposer vos comptes rendus.',
              )
            }
            onDecline={() =>
              void give(declineContractOffer(token), 'Contrat refusé. La structure ne voit rien de vous.')
            }
          />
        )}
      </Stack>
    </Page>
  )
}

interface OfferProps {
  offer: ContractOffer
  isSending: boolean
  onAccept: () => void
  onDecline: () => void
}

function Offer({ offer, isSending, onAccept, onDecline }: OfferProps) {
  const { structureName, invitedBy, expiresAt, terms, role, weeklyMinutes } = offer
  const details = [
    contractTermsLabels[terms],
    postRoleLabels[role].toLowerCase(),
    ...(weeklyMinutes === null ? [] : [`${formatDuration(weeklyMinutes)} par semaine`]),
  ]
  return (
    <>
      <p>
        {invitedBy} a enregistré un contrat avec vous pour <strong>{structureName}</strong>,{' '}
        <strong>{daysWords(offer)}</strong> ({details.join(', ')}).
      </p>
      <h2>Si vous acceptez</h2>
      <ul>
        <li>Vous pouvez déposer vos comptes rendus pour ces jours.</li>
        <li>
          La structure voit votre nom, et lit ces comptes rendus&nbsp;: jamais les personnes accompagnées, ni
          vos notes si vous ne les partagez pas.
        </li>
        <li>Vos comptes rendus pour d’autres structures ne lui sont pas montrés.</li>
      </ul>
      <p>
        Tant que vous n’avez pas accepté, la structure ne voit rien de vous. Si vous refusez, elle l’apprend,
        et rien d’autre. L’invitation est valable jusqu’au {formatInstant(Date.parse(expiresAt))}.
      </p>
      <Row>
        <Button variant="primary" onClick={onAccept} disabled={isSending}>
          Accepter ce contrat
        </Button>
        <Button onClick={onDecline} disabled={isSending}>
          Refuser
        </Button>
      </Row>
    </>
  )
}

function daysWords({ starts, ends }: ContractOffer): string {
  return ends === null
    ? `à partir du ${formatDayWithYear(starts)}`
    : `du ${formatDayWithYear(starts)} au ${formatDayWithYear(ends)}`
}
