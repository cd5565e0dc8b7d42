import { useMemo } from 'react'
import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { equipmentLabels, wearLabels } from '../../../../domain/commitments/kit/kit-words.ts'
import { structureKit, type Loan } from '../../../../domain/commitments/kit/structure-kit.ts'
import type { ScopeId } from '../../../../domain/ids.ts'
import { fetchStructureKit, type KitWithSizes } from '../../../data/kit.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { structureKitAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { formatDayInFigures, formatDayWithYear } from '../../../ui/format/date.ts'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { ofPerson } from '../of-person.ts'
import { PostsState } from '../PostsState.tsx'
import { useServerOnly } from '../server-only.ts'
import { kitOfPerson } from './kit-person.ts'
import { loanStanding } from './kit-sentences.ts'
import styles from './kit.module.css'

export interface HandOverSheetPageProps {
  membership: Membership
  scope: ScopeId
}

/** What was handed over to somebody, on one sheet to be signed by both. */
export function HandOverSheetPage({ membership, scope }: HandOverSheetPageProps) {
  const { structureId, structureName } = membership
  const question = useMemo(() => ({ structure: structureId, orders: false }), [structureId])
  const { answer, phase, reload } = useServerOnly(question, fetchStructureKit)
  const person = answer?.people.find((one) => one.scope === scope)
  return (
    <Page
      wide
      title={person ? `Fiche de remise ${ofPerson(person.name)}` : 'Fiche de remise'}
      lead={structureName}
      back={{ href: structureKitAddress(structureId) }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && !person && <EmptyState icon="person" title="Cette personne n’est pas de la structure." />}
        {answer && person && <Sheet {...{ answer, person, structureName }} />}
      </Stack>
    </Page>
  )
}

interface SheetProps {
  answer: KitWithSizes
  person: KitPerson
  structureName: string
}

function Sheet({ answer, person, structureName }: SheetProps) {
  const today = useToday()
  const kit = useMemo(() => structureKit(answer.said.map(({ fact }) => fact)), [answer])
  const { held, backToConfirm } = kitOfPerson(person, { kit, sizes: [], today })
  const things = [...held, ...backToConfirm]
  if (things.length === 0)
    return <EmptyState icon="device" title={`Rien n’est remis à ${person.name} aujourd’hui.`} />
  return (
    <>
      <p>
        {structureName} a remis à {person.name} ce qui suit, pour sa mission de conseil numérique. Ce matériel
        appartient à la structure et lui est rendu à la fin du contrat.
      </p>
      <DataTable
        caption={`Matériel remis, au ${formatDayWithYear(today)}`}
        columns={columnsOn(today)}
        rows={things}
        rowKey={({ handed }) => handed.id}
      />
      <div className={styles.signatures}>
        <p>Pour la structure, le&nbsp;:</p>
        <p>{person.name}, le&nbsp;:</p>
      </div>
      <div data-print="hide">
        <Row>
          <Button icon="print" variant="primary" onClick={() => window.print()}>
            Imprimer la fiche
          </Button>
        </Row>
      </div>
    </>
  )
}

function columnsOn(today: CalendarDay): Column<Loan>[] {
  return [
    { key: 'label', head: 'Étiquette', cell: ({ label }) => label },
    { key: 'equipment', head: 'Matériel', cell: ({ equipment }) => equipmentLabels[equipment] },
    { key: 'serial', head: 'N° de série', cell: ({ serial }) => serial || 'Aucun' },
    { key: 'wear', head: 'État', cell: ({ wear }) => wearLabels[wear] },
    { key: 'from', head: 'Remis le', cell: ({ from }) => formatDayInFigures(from) },
    { key: 'standing', head: 'Aujourd’hui', cell: (loan) => loanStanding(loan, today).words },
  ]
}
