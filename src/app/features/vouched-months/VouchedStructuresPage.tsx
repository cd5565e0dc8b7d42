import { useMemo, useState } from 'react'
import type { VouchedStructures } from '../../../domain/access/structure-months.ts'
import { errorCatalogue } from '../../../domain/errors.ts'
import { wholeDayInWords } from '../../../domain/french-words.ts'
import { addresses, signInHref } from '../../addresses.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import {
  fetchVouchedStructures,
  keepVouchedStructures,
  readKeptVouchedStructures,
  type StructuresOf,
} from '../../data/vouched-structures.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { MonthField, useLatestMonth } from './MonthField.tsx'

export interface VouchedStructuresPageProps {
  of: StructuresOf
  /** Of the team, or of the department. */
  name: string
  /** Where one came from. */
  back?: string
}

const byServer = {
  fetch: fetchVouchedStructures,
  keep: keepVouchedStructures,
  readKept: readKeptVouchedStructures,
}

/** Which structures vouched for a month, and which didn't: by name, and no figure of theirs. */
export function VouchedStructuresPage({ of, name, back = addresses.more }: VouchedStructuresPageProps) {
  const [month, setMonth] = useState(useLatestMonth())
  const question = useMemo(() => ({ of, month }), [of, month])
  const { answer, phase, reload } = useServerAnswer(question, byServer)
  // What is shown of another month would be taken for this one's.
  const read = answer?.month === month ? answer : undefined
  return (
    <Page
      title="Mois attestés"
      documentTitle={`Mois attestés, ${name}`}
      lead={`${name}. Quelles structures se sont portées garantes de leur mois.`}
      back={{ href: back }}
    >
      <Stack gap="section">
        <MonthField month={month} onChange={setMonth} />
        <KeptAnswerState
          phase={phase}
          asking="Demande au serveur…"
          isKept={read !== undefined}
          kept="Vous lisez la dernière liste gardée sur cet appareil."
          absent={'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour lire cette liste."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {read && <Structures structures={read.structures} />}
      </Stack>
    </Page>
  )
}

function Structures({ structures }: Pick<VouchedStructures, 'structures'>) {
  if (structures.length === 0)
    return <EmptyState icon="building" title="Aucune structure n’avait de contrat ce mois-ci." />
  const vouched = structures.filter(({ sealedOn }) => sealedOn !== null).length
  return (
    <Stack>
      <p>
        {counted(vouched, 'structure a attesté', 'structures ont attesté')} ce mois, sur{' '}
        {counted(structures.length, 'structure', 'structures')}.
      </p>
      <List label="Structures">
        {structures.map(({ id, name, sealedOn }) => (
          <ListRow
            key={id}
            icon={sealedOn === null ? 'clock' : 'check'}
            title={name}
            detail={sealedOn === null ? 'Pas encore attesté' : `Attesté le ${wholeDayInWords(sealedOn)}`}
          />
        ))}
      </List>
    </Stack>
  )
}
