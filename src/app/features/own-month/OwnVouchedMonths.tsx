import { useId } from 'react'
import { errorCatalogue } from '../../../domain/errors.ts'
import { dayOfInstantInWords, monthInWords } from '../../../domain/french-words.ts'
import { figureInWords, silenceInWords } from '../../../domain/seal/words.ts'
import { signInHref } from '../../addresses.ts'
import { fetchOwnVouched, keepOwnVouched, readKeptOwnVouched } from '../../data/own-vouched.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Stack } from '../../ui/Stack.tsx'

const byServer = { fetch: fetchOwnVouched, keep: keepOwnVouched, readKept: readKeptOwnVouched }

/** Months that one's structures vouched for: one's own line, and the reservations on it. */
export function OwnVouchedMonths() {
  const id = useId()
  const { answer, phase, reload } = useServerAnswer('mine', byServer)
  return (
    <section aria-labelledby={id}>
      <Stack gap="close">
        <h2 id={id}>Ce que votre structure a attesté</h2>
        <KeptAnswerState
          phase={phase}
          isKept={answer !== undefined}
          kept="Vous lisez la dernière liste gardée sur cet appareil."
          absent={'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour lire cette liste."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer?.months.length === 0 && <p>Aucun mois n’est encore attesté.</p>}
        {answer && answer.months.length > 0 && (
          <List labelledBy={id}>
            {answer.months.map(({ month, structureName, sealedAt, byName, line, reservations }) => (
              <ListRow
                key={`${structureName} ${month}`}
                title={`${monthInWords(month)}, ${structureName}`}
                end={figureInWords('minutes', line.figures.minutes)}
                detail={[
                  `${figureInWords('activities', line.figures.activities)} activités, ${figureInWords('accompaniments', line.figures.accompaniments)} accompagnements.`,
                  silenceInWords(line.days),
                  `Attesté par ${byName} le ${dayOfInstantInWords(sealedAt)}.`,
                  ...reservations.map((words) => `Réserve\u00A0: ${words}`),
                ].join(' ')}
              />
            ))}
          </List>
        )}
      </Stack>
    </section>
  )
}
