import { useState } from 'react'
import { Link } from 'wouter'
import type { StructureMonth } from '../../../../domain/access/structure-months.ts'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import { daysOfMonth } from '../../../../domain/calendar-month.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { dayOfInstantInWords, wholeDayInWords } from '../../../../domain/french-words.ts'
import { structureAddress } from '../../../addresses.ts'
import { fetchMonths, keepMonths, readKeptMonths } from '../../../data/structure-months.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { structureMonthsAddress } from '../../../later-addresses.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { formatMonth } from '../../../ui/format/date.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { MonthsState } from './MonthsState.tsx'
import { StandingMark } from './StandingMark.tsx'

const byServer = { fetch: fetchMonths, keep: keepMonths, readKept: readKeptMonths }

/** A structure's months: which are to be vouched for, which are, which are to be looked at again. */
export function MonthsPage({ membership: { structureId, structureName } }: { membership: Membership }) {
  const { answer, phase, reload } = useServerAnswer(structureId, byServer)
  const [showsOlder, setShowsOlder] = useState(false)
  const months = answer?.months ?? []
  const older = months.slice(recentMonths)
  return (
    <Page
      title="Attester les mois"
      documentTitle={`Attester les mois, ${structureName}`}
      lead={`${structureName}. Chaque mois, une personne responsable se porte garante de ce qui est transmis.`}
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        <MonthsState phase={phase} countedAt={answer?.countedAt} onAgain={reload} />
        {answer && months.length === 0 && (
          <EmptyState icon="calendar" title="Aucun mois à attester pour le moment." />
        )}
        {months.length > 0 && (
          <MonthList label="Mois" structure={structureId} months={months.slice(0, recentMonths)} />
        )}
        {older.length > 0 && (
          <Disclosure summary="Mois plus anciens" open={showsOlder} onToggle={setShowsOlder}>
            <MonthList label="Mois plus anciens" structure={structureId} months={older} />
          </Disclosure>
        )}
      </Stack>
    </Page>
  )
}

/** The running month and the six before it: what one comes for. */
const recentMonths = 7

interface MonthListProps {
  label: string
  structure: StructureId
  months: readonly StructureMonth[]
}

function MonthList({ label, structure, months }: MonthListProps) {
  return (
    <List label={label}>
      {months.map((one) => (
        <Link key={one.month} href={structureMonthsAddress(structure, one.month)} asChild>
          <ListRow
            title={formatMonth(daysOfMonth(one.month).from)}
            detail={detailOf(one)}
            end={<StandingMark standing={one.standing} />}
          />
        </Link>
      ))}
    </List>
  )
}

function detailOf({ standing, vouchableFrom, sealedAt, byName }: StructureMonth): string {
  const by = sealedAt === null ? '' : `par ${byName}, le ${dayOfInstantInWords(sealedAt)}`
  switch (standing) {
    case 'not-yet':
      return `À partir du ${wholeDayInWords(vouchableFrom)}`
    case 'to-vouch':
      return 'Personne ne s’en est encore porté garant'
    case 'vouched':
      return `Attesté ${by}`
    case 'to-review':
      return `Attesté ${by}\u00A0; des comptes rendus ont changé depuis`
  }
}
