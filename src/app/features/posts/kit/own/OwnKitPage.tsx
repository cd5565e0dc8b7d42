import { useMemo, useState } from 'react'
import type { OwnKitOfStructure } from '../../../../../domain/access/kit-on-the-wire.ts'
import type { AdvisorSaysKit } from '../../../../../domain/commitments/kit/said-kit-fact.ts'
import { structureKit } from '../../../../../domain/commitments/kit/structure-kit.ts'
import { errorCatalogue } from '../../../../../domain/errors.ts'
import type { Problem } from '../../../../../domain/problem.ts'
import { addresses, signInHref } from '../../../../addresses.ts'
import { fetchOwnKit, keepOwnKit, readKeptOwnKit, sayOwnKit } from '../../../../data/kit.ts'
import { useServerAnswer } from '../../../../data/react/use-server-answer.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { AnswerState } from '../../../../ui/AnswerState.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { List } from '../../../../ui/List.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useSayDone } from '../../../../ui/undo.ts'
import { kitOfPerson } from '../kit-person.ts'
import { NotSaid } from '../../NotSaid.tsx'
import { OwnClothing } from './OwnClothing.tsx'
import { OwnLoanRow } from './OwnLoanRow.tsx'
import { newFactId, type SayOwn } from './own-says.ts'

const byServer = { fetch: fetchOwnKit, keep: keepOwnKit, readKept: readKeptOwnKit }

/** What one was handed over, one's size, and a tap to confirm that something came or went back. */
export function OwnKitPage() {
  const { answer, phase, reload } = useServerAnswer('mine', byServer)
  return (
    <Page
      title="Ma tenue et mon matériel"
      lead="Ce que votre structure vous a remis. Vous confirmez ce que vous recevez et ce que vous rendez."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <AnswerState
          phase={phase}
          asking={!answer && 'Lecture en cours…'}
          silent={
            answer
              ? 'Vous lisez la dernière liste gardée sur cet appareil. Pour confirmer, il faut du réseau.'
              : 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'
          }
          signIn="Reconnectez-vous pour lire cette liste."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer?.structures.length === 0 && (
          <EmptyState icon="building" title="Aucune structure ne vous emploie ici." />
        )}
        {answer?.structures.map((own) => (
          <OfStructure key={own.scope} own={own} onChanged={reload} />
        ))}
      </Stack>
    </Page>
  )
}

function OfStructure({ own, onChanged }: { own: OwnKitOfStructure; onChanged: () => void }) {
  const today = useToday()
  const sayDone = useSayDone()
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const [isSending, setSending] = useState(false)
  const facts = useMemo(() => own.said.map(({ fact }) => fact), [own])
  const kit = useMemo(() => structureKit(facts), [facts])
  const mine = kitOfPerson(own, { kit, sizes: facts, today })
  const send = async (says: AdvisorSaysKit, text: string, isUndone = false) => {
    setSending(true)
    const outcome = await sayOwnKit(own.scope, says)
    setSending(false)
    setRefused(outcome.ok ? undefined : { problem: outcome.problem })
    if (!outcome.ok) return
    const takeBack: AdvisorSaysKit = { id: newFactId(), kind: 'withdrawn', replaces: says.id }
    const undo = { label: 'Annuler', onAct: () => void send(takeBack, 'Retiré.', true) }
    sayDone({ text, actions: isUndone ? [] : [undo] })
    onChanged()
  }
  const onSay: SayOwn = (says, text) => void send(says, text)
  const id = `structure-${own.scope}`
  const things = [...mine.held, ...mine.backToConfirm]
  return (
    <section aria-labelledby={id}>
      <Stack>
        <h2 id={id}>{own.structureName}</h2>
        {refused && <NotSaid problem={refused.problem} />}
        <OwnClothing {...{ mine, today, isSending, onSay }} />
        {things.length === 0 ? (
          <p>Aucun matériel n’est noté à votre nom.</p>
        ) : (
          <List label={`Matériel remis par ${own.structureName}`}>
            {things.map((loan) => (
              <OwnLoanRow key={loan.handed.id} {...{ loan, today, isSending, onSay }} />
            ))}
          </List>
        )}
      </Stack>
    </section>
  )
}
