import type { OwnKitOfStructure } from '../../../../../domain/access/kit-on-the-wire.ts'
import { kitFactsOfKind } from '../../../../../domain/commitments/kit/kit-fact.ts'
import { structureKit } from '../../../../../domain/commitments/kit/structure-kit.ts'
import { isClosed } from '../../../../../domain/sync/closed-scope.ts'
import { fetchOwnKit, keepOwnKit, readKeptOwnKit } from '../../../../data/kit.ts'
import {
  confirmKit,
  factsWithOwnWords,
  takeConfirmationBack,
  type ConfirmsKit,
  type OwnKitWord,
  type OwnKitWords,
} from '../../../../data/own-confirmations.ts'
import { rememberError } from '../../../../data/last-errors.ts'
import { useDatabase } from '../../../../data/react/database-context.ts'
import { useOwnKitWords } from '../../../../data/react/use-own-kit-words.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { List } from '../../../../ui/List.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useSayDone } from '../../../../ui/undo.ts'
import { OwnThingsPage } from '../../own/OwnThingsPage.tsx'
import { kitOfPerson } from '../kit-person.ts'
import { OwnClothing } from './OwnClothing.tsx'
import { OwnLoanRow } from './OwnLoanRow.tsx'
import { OwnWords } from './OwnWords.tsx'

const byServer = { fetch: fetchOwnKit, keep: keepOwnKit, readKept: readKeptOwnKit }

const stateWords = {
  kept: 'Vous lisez la dernière liste gardée sur cet appareil. Ce que vous confirmez partira quand le réseau reviendra.',
  absent: 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.',
  signIn: 'Reconnectez-vous pour lire cette liste.',
}

/** What one was handed over, one's size, and a tap to confirm that something came or went back, without network too. */
export function OwnKitPage() {
  const said = useOwnKitWords()
  return (
    <OwnThingsPage
      title="Ma tenue et mon matériel"
      lead="Ce que votre structure vous a remis. Vous confirmez ce que vous recevez et ce que vous rendez, avec ou sans réseau."
      by={byServer}
      words={stateWords}
    >
      {(own) => said && <OfStructure own={own} all={said} />}
    </OwnThingsPage>
  )
}

function OfStructure({ own, all }: { own: OwnKitOfStructure; all: OwnKitWords }) {
  const today = useToday()
  const { onSay, onTakeBack } = useConfirming(own)
  const facts = factsWithOwnWords(own, all)
  const kit = structureKit(facts)
  const mine = kitOfPerson(own, { kit, sizes: facts, today })
  const words = all.words.filter(({ fact }) => fact.scope === own.scope)
  const isOver = isClosed(own.contracts, today)
  const says = { words, onSay: isOver ? undefined : onSay }
  const id = `structure-${own.scope}`
  const things = [...mine.held, ...mine.backToConfirm]
  return (
    <section aria-labelledby={id}>
      <Stack>
        <h2 id={id}>{own.structureName}</h2>
        {isOver && (
          <p>
            Votre dernier contrat y est terminé depuis plus de 90&nbsp;jours&nbsp;: voyez avec la structure ce
            qui reste à rendre.
          </p>
        )}
        <OwnClothing {...{ mine, today }} {...says} />
        {things.length === 0 ? (
          <p>Aucun matériel n’est noté à votre nom.</p>
        ) : (
          <List label={`Matériel remis par ${own.structureName}`}>
            {things.map((loan) => (
              <OwnLoanRow key={loan.handed.id} {...{ loan, today }} {...says} />
            ))}
          </List>
        )}
        <OwnWords
          structureName={own.structureName}
          {...{ kit, words }}
          handed={kitFactsOfKind(facts, 'handed')}
          onTakeBack={isOver ? undefined : onTakeBack}
        />
      </Stack>
    </section>
  )
}

/** Saves what is said, says so, and offers the way back. */
function useConfirming({ scope }: Pick<OwnKitOfStructure, 'scope'>) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const takeBack = (id: OwnKitWord['id']) =>
    takeConfirmationBack(db, id)
      .then(() => sayDone({ text: 'Retiré.', actions: [] }))
      .catch(rememberError)
  return {
    onSay: (said: ConfirmsKit, text: string) =>
      void confirmKit(db, scope, said)
        .then((id) => sayDone({ text, actions: [{ label: 'Annuler', onAct: () => void takeBack(id) }] }))
        .catch(rememberError),
    onTakeBack: ({ id }: OwnKitWord) => void takeBack(id),
  }
}
