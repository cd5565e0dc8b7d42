import { useState } from 'react'
import { useLocation } from 'wouter'
import { beneficiaryAddress } from '../../addresses.ts'
import { mergePeople, sayApart } from '../../data/change-people.ts'
import { nameOf, type LocalPerson } from '../../data/people-of-rows.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { FieldLines } from './FieldLines.tsx'
import {
  chosenMerge,
  differencesOf,
  inOrderOfMaking,
  mergedLines,
  type ChosenMerge,
  type Side,
} from './merge-people.ts'

/** What two pages say differently, to be chosen; what the one page will say; and the two ways to go on. */
export function MergeChoices({ one, other }: { one: LocalPerson; other: LocalPerson }) {
  const { communes } = useFacetNames()
  const [first, second] = inOrderOfMaking(one, other)
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const differences = differencesOf(first, second, communes)
  const choice = chosenMerge([first, second], differences, chosen)
  const { merge, keepApart } = useDecision(choice)
  return (
    <Stack gap="section">
      {differences.length > 0 && (
        <section aria-labelledby="differences">
          <Stack>
            <h2 id="differences">Ce qui diffère</h2>
            {differences.map((difference) => (
              <ChipRadioGroup<Side>
                key={difference.field}
                label={difference.label}
                options={[
                  { value: 'into', label: difference.into },
                  { value: 'from', label: difference.from },
                ]}
                value={chosen[difference.field] ?? 'into'}
                onChange={(side) => setChosen({ ...chosen, [difference.field]: side })}
              />
            ))}
          </Stack>
        </section>
      )}
      <section aria-labelledby="reunie">
        <Stack gap="close">
          <h2 id="reunie">La fiche, une fois réunie</h2>
          <FieldLines lines={mergedLines(choice, communes)} />
        </Stack>
      </section>
      <Stack gap="close">
        <p>
          Les comptes rendus des deux fiches seront dans une seule liste, et les deux notes sont gardées. Vous
          pourrez les séparer de nouveau, à tout moment, sans rien perdre.
        </p>
        <Row>
          <Button variant="primary" onClick={() => void merge()}>
            Réunir les deux fiches
          </Button>
          <Button onClick={() => void keepApart()}>Ce ne sont pas les mêmes</Button>
        </Row>
      </Stack>
    </Stack>
  )
}

function useDecision({ into, from, prevailing }: ChosenMerge) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const say = (text: string, takeBack: () => Promise<void>) =>
    sayDone({ text, actions: [{ label: 'Annuler', onAct: () => void takeBack() }] })
  return {
    merge: async () => {
      const takeBack = await mergePeople(db, { into, from, prevailing })
      navigate(beneficiaryAddress(into.id), { replace: true })
      say(`Les deux fiches de ${nameOf(into.person)} sont réunies.`, takeBack)
    },
    keepApart: async () => {
      const takeBack = await sayApart(db, into, from)
      history.back()
      say('Ces deux personnes ne seront plus proposées comme doublons.', takeBack)
    },
  }
}
