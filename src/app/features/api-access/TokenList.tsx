import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { ApiToken } from '../../../domain/open-data/api-token.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatDayInFigures } from '../../ui/format/date.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { scopeInWords } from './scope-in-words.ts'

export interface TokenListProps {
  tokens: readonly ApiToken[]
  today: CalendarDay
  onRevoke: (token: ApiToken) => void
}

/** Tokens in use, then those that are over: who was given what stays to be read. */
export function TokenList({ tokens, today, onRevoke }: TokenListProps) {
  const isOver = ({ revokedAt, lastDay }: ApiToken) => revokedAt !== null || lastDay < today
  const [used, over] = [tokens.filter((token) => !isOver(token)), tokens.filter(isOver)]
  if (tokens.length === 0) {
    return (
      <EmptyState icon="lock" title="Aucun jeton.">
        Aucun autre système ne lit les chiffres publiés par cette voie.
      </EmptyState>
    )
  }
  return (
    <Stack gap="section">
      <section aria-labelledby="valables">
        <h2 id="valables">Valables</h2>
        {used.length === 0 ? (
          <p>Aucun jeton n’est valable aujourd’hui.</p>
        ) : (
          <List labelledBy="valables">
            {used.map((token) => (
              <ListRow
                key={token.id}
                icon="lock"
                title={token.name}
                detail={<TokenWords token={token} />}
                actions={
                  <Button variant="destructive" onClick={() => onRevoke(token)}>
                    Révoquer <VisuallyHidden>le jeton {token.name}</VisuallyHidden>
                  </Button>
                }
              />
            ))}
          </List>
        )}
      </section>
      {over.length > 0 && (
        <section aria-labelledby="termines">
          <h2 id="termines">Terminés</h2>
          <List labelledBy="termines">
            {over.map((token) => (
              <ListRow
                key={token.id}
                title={token.name}
                detail={<TokenWords token={token} />}
                end={token.revokedAt === null ? 'Expiré' : 'Révoqué'}
              />
            ))}
          </List>
        </section>
      )}
    </Stack>
  )
}

function TokenWords({ token }: { token: ApiToken }) {
  const { purpose, lastDay, lastUsedOn } = token
  return (
    <>
      {purpose}
      <br />
      {scopeInWords(token)}, jusqu’au {formatDayInFigures(lastDay)}
      <br />
      {lastUsedOn === null ? 'Jamais utilisé' : `Utilisé le ${formatDayInFigures(lastUsedOn)}`}
    </>
  )
}
