import { useCallback, useEffect, useState } from 'react'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import type { ApiToken, MadeApiToken } from '../../../domain/open-data/api-token.ts'
import { addresses } from '../../addresses.ts'
import { fetchApiTokens, revokeApiToken, type TokensOutcome } from '../../data/api-tokens.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { MadeToken } from './MadeToken.tsx'
import { NewToken } from './NewToken.tsx'
import { RevokeQuestion } from './RevokeQuestion.tsx'
import { TokenList } from './TokenList.tsx'

export interface ApiAccessPageProps {
  remit: SignedInPerson['state']
}

/** Which other systems read what is published, for who answers for it at the State: give a token, end one. */
export function ApiAccessPage({ remit }: ApiAccessPageProps) {
  return (
    <Page
      title="Accès des autres systèmes"
      lead="Un jeton permet à un logiciel de l’État de lire les chiffres publiés, les mêmes que les données ouvertes."
      back={{ href: addresses.home }}
    >
      {remit ? <Tokens department={remit.department} /> : <NotYours />}
    </Page>
  )
}

function Tokens({ department }: { department: string | null }) {
  const today = useToday()
  const { outcome, read } = useTokens()
  const [isAsking, setAsking] = useState(false)
  const [made, setMade] = useState<MadeApiToken>()
  const [asked, setAsked] = useState<ApiToken>()
  const [isRefused, setRefused] = useState(false)
  const revoke = async ({ id }: ApiToken) => {
    setAsked(undefined)
    setRefused(!(await revokeApiToken(id)))
    await read()
  }
  const keep = (token: MadeApiToken) => {
    setAsking(false)
    setMade(token)
    void read()
  }
  return (
    <Stack gap="section">
      {made && <MadeToken made={made} onDone={() => setMade(undefined)} />}
      {isRefused && (
        <Notice tone="bad" title="Le jeton n’a pas été révoqué.">
          Vérifiez le réseau, puis réessayez.
        </Notice>
      )}
      <div>
        <Button variant="primary" icon="plus" onClick={() => setAsking(true)}>
          Créer un jeton
        </Button>
      </div>
      <Outcome outcome={outcome} today={today} onRevoke={setAsked} />
      <p>
        La <a href="/api/v1/openapi.json">description de l’interface</a> (OpenAPI) dit ce qu’un logiciel peut
        lire et comment.
      </p>
      {isAsking && <NewToken own={department} today={today} onMade={keep} onClose={() => setAsking(false)} />}
      {asked && (
        <RevokeQuestion token={asked} onYes={() => void revoke(asked)} onClose={() => setAsked(undefined)} />
      )}
    </Stack>
  )
}

interface OutcomeProps {
  outcome: TokensOutcome | undefined
  today: ReturnType<typeof useToday>
  onRevoke: (token: ApiToken) => void
}

function Outcome({ outcome, today, onRevoke }: OutcomeProps) {
  if (!outcome) return <Loading>Lecture des jetons…</Loading>
  if (!outcome.ok) {
    return (
      <Notice title="Les jetons se lisent avec du réseau.">
        Vérifiez le réseau et votre connexion, puis rouvrez cette page.
      </Notice>
    )
  }
  return <TokenList tokens={outcome.tokens} today={today} onRevoke={onRevoke} />
}

function useTokens(): { outcome: TokensOutcome | undefined; read: () => Promise<void> } {
  const [outcome, setOutcome] = useState<TokensOutcome>()
  const read = useCallback(() => fetchApiTokens().then(setOutcome), [])
  useEffect(() => {
    void read()
  }, [read])
  return { outcome, read }
}

function NotYours() {
  return (
    <EmptyState icon="lock" title="Vous n’avez pas accès à cette page.">
      Elle est ouverte aux personnes qui lisent les chiffres pour l’État.
    </EmptyState>
  )
}
