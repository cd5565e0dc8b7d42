import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref, structureAddress } from '../../addresses.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import { fetchStructureTime, keepStructureTime, readKeptStructureTime } from '../../data/structure-time.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { WeeksOfTime } from './WeeksOfTime.tsx'

const byServer = { fetch: fetchStructureTime, keep: keepStructureTime, readKept: readKeptStructureTime }

/** Where the time of a structure's advisors goes: each under their name, in the order of names. */
export function StructureTimePage({ membership }: { membership: Membership }) {
  const { structureId, structureName } = membership
  const { answer, phase, reload } = useServerAnswer(structureId, byServer)
  return (
    <Page
      title="Où passe le temps"
      documentTitle={`Où passe le temps, ${structureName}`}
      lead="D’après les comptes rendus reçus, sur les jours de contrat avec vous. Ce qui n’est pas déposé n’y est pas."
      back={{ href: structureAddress(structureId) }}
      wide
    >
      <Stack gap="section">
        <KeptAnswerState
          phase={phase}
          asking={!answer && 'Calcul en cours…'}
          isKept={answer !== undefined}
          kept="Vous lisez la dernière page gardée sur cet appareil."
          absent={'Cette page vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour la lire."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer?.advisors.length === 0 && <EmptyState icon="people" title="Personne n’est en poste." />}
        {answer?.advisors.map(({ scope, name, weeks }) => (
          <section key={scope} aria-labelledby={`temps-${scope}`}>
            <h2 id={`temps-${scope}`}>{name}</h2>
            <WeeksOfTime {...{ name, weeks }} today={answer.today} />
          </section>
        ))}
      </Stack>
    </Page>
  )
}
