import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { SettlementsAnswer } from '../../../../domain/access/month-anomalies.ts'
import { addToMonth, daysOfMonth, monthOfDay, type CalendarMonth } from '../../../../domain/calendar-month.ts'
import { ofMonthInWords } from '../../../../domain/french-words.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { structureAddress } from '../../../addresses.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { structureMonthsAddress } from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { formatMonth } from '../../../ui/format/date.ts'
import { formatNumber } from '../../../ui/format/number.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { AnomalyKindSection } from './AnomalyKindSection.tsx'
import { AnomaliesState } from './AnomaliesState.tsx'
import { viewOf } from './anomalies-view.ts'
import styles from './check-month.module.css'
import { checkMonthAddress } from './check-month-address.ts'
import { HowItIsFound } from './HowItIsFound.tsx'
import { SettledAnomalies } from './SettledAnomalies.tsx'
import { useMonthAnomalies } from './use-month-anomalies.ts'

export interface CheckMonthPageProps {
  membership: Membership
  /** The last month that is over, unless said. */
  month: CalendarMonth | undefined
}

/** What deserves a look before a month is vouched for: each thing is settled by a correction or by a sentence. */
export function CheckMonthPage({ membership, month: asked }: CheckMonthPageProps) {
  const { structureId, structureName, role } = membership
  const today = useToday()
  const month = asked ?? addToMonth(monthOfDay(today), -1)
  const view = useMonthAnomalies(structureId, month)
  const [justSaid, setJustSaid] = useState<{ what: 'settled' | 'withdrawn' }>()
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was answered goes to another list: the focus isn't lost with it.
    if (justSaid) news.current?.focus()
  }, [justSaid])
  const seen = view.answer && viewOf(view.answer)
  const openCount = seen?.open.reduce((sum, kind) => sum + kind.seen.length, 0) ?? 0
  const onSaid = (what: 'settled' | 'withdrawn') => (said: SettlementsAnswer) => {
    view.onSaid(said)
    setJustSaid({ what })
  }
  return (
    <Page
      title="Ce qui demande un regard"
      lead={`${structureName}, ${formatMonth(daysOfMonth(month).from)}`}
      back={{ href: structureAddress(structureId), label: 'Retour aux activités' }}
      wide
    >
      <Stack gap="section">
        <MonthSelect structureId={structureId} month={month} />
        <AnomaliesState
          phase={view.phase}
          countedAt={view.answer?.countedAt}
          isOver={daysOfMonth(month).to < today}
          onAgain={view.readAgain}
        />
        <div ref={news} tabIndex={-1} className={styles.news}>
          {justSaid && <JustSaid what={justSaid.what} left={openCount} />}
        </div>
        {seen && openCount === 0 && (
          <NothingOpen structureId={structureId} month={month} hasSettled={seen.settled.length > 0} />
        )}
        {seen?.open.map((kind) => (
          <AnomalyKindSection
            key={kind.kind}
            kind={kind}
            asked={view.asked}
            canSettle={role === 'responsable'}
            onSaid={onSaid('settled')}
            onGone={view.readAgain}
          />
        ))}
        {seen && seen.settled.length > 0 && (
          <SettledAnomalies
            settled={seen.settled}
            asked={view.asked}
            canSettle={role === 'responsable'}
            onSaid={onSaid('withdrawn')}
            onGone={view.readAgain}
          />
        )}
        <HowItIsFound canSettle={role === 'responsable'} />
      </Stack>
    </Page>
  )
}

function MonthSelect({
  structureId,
  month,
}: {
  structureId: CheckMonthPageProps['membership']['structureId']
  month: CalendarMonth
}) {
  const [, navigate] = useLocation()
  const latest = monthOfDay(useToday())
  const offered = Array.from({ length: 13 }, (_, index) => addToMonth(latest, -index))
  const months = offered.includes(month) ? offered : [month, ...offered]
  return (
    <div className={styles.month} data-print="hide">
      <SelectField
        label="Mois"
        options={months.map((value) => ({ value, label: formatMonth(daysOfMonth(value).from) }))}
        value={month}
        onChange={({ target }) => {
          const chosen = months.find((one) => one === target.value)
          if (chosen) navigate(checkMonthAddress(structureId, chosen), { replace: true })
        }}
      />
    </div>
  )
}

function JustSaid({ what, left }: { what: 'settled' | 'withdrawn'; left: number }) {
  if (what === 'withdrawn') return <Notice title="Ce point est de nouveau à regarder." />
  return (
    <Notice tone="good" title="Ce point est réglé.">
      {left === 0 ? 'Il n’en reste aucun pour ce mois.' : `Il en reste ${formatNumber(left)} pour ce mois.`}
    </Notice>
  )
}

interface NothingOpenProps {
  structureId: StructureId
  month: CalendarMonth
  hasSettled: boolean
}

/** What one came for is next: the month itself, where one vouches for it. */
function NothingOpen({ structureId, month, hasSettled }: NothingOpenProps) {
  return (
    <EmptyState
      icon="check"
      title={`Rien ne demande un regard en ${formatMonth(daysOfMonth(month).from)}.`}
      action={
        <Link href={structureMonthsAddress(structureId, month)} asChild>
          <ButtonLink icon="calendar">Lire le mois {ofMonthInWords(month)}</ButtonLink>
        </Link>
      }
    >
      {hasSettled
        ? 'Tout ce qui avait été signalé est réglé.'
        : 'Si des comptes rendus de ce mois arrivent encore, ils seront regardés de la même façon.'}
    </EmptyState>
  )
}
