import type { AdvisorStanding } from '../../../../domain/access/group-figures.ts'
import { absenceKindLabels } from '../../../../domain/absence/absence.ts'
import { daysBetween, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { labelOf } from '../../../../domain/report/nomenclature.ts'
import type { Mission } from '../../../../domain/report/missions.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { formatDay } from '../../../ui/format/date.ts'
import { formatDuration } from '../../../ui/format/duration.ts'
import { counted, formatNumber } from '../../../ui/format/number.ts'

export interface AdvisorsProps {
  advisors: readonly AdvisorStanding[]
  today: CalendarDay
}

/** Who reports what, by name and never ranked: the last activity, which of the three missions are touched, and how much for a structure. */
export function Advisors({ advisors, today }: AdvisorsProps) {
  return (
    <section>
      <h2>Conseillers et conseillères</h2>
      <DataTable
        caption="Dernière activité et missions, par personne"
        columns={[
          ...columnsOf(today),
          ...(advisors.some((advisor) => advisor.counted) ? countedColumns : []),
        ]}
        rows={advisors}
        rowKey={({ id }) => id}
      />
      <Quiet advisors={advisors} />
    </section>
  )
}

/** Names only, in the order of names: who is to be asked how things are, not who did least. */
function Quiet({ advisors }: Pick<AdvisorsProps, 'advisors'>) {
  const quiet = advisors.filter(({ isQuiet }) => isQuiet).map(({ name }) => name)
  if (quiet.length === 0) return null
  return (
    <p>
      Sans activité depuis deux semaines de travail ou plus, et sans absence déclarée&nbsp;:{' '}
      {quiet.toSorted((one, other) => one.localeCompare(other, 'fr')).join(', ')}.
    </p>
  )
}

function columnsOf(today: CalendarDay): Column<AdvisorStanding>[] {
  return [
    { key: 'name', head: 'Nom', cell: ({ name }) => name },
    { key: 'last', head: 'Dernière activité', cell: (advisor) => lastWords(advisor, today), onCard: 'shown' },
    { key: 'missions', head: 'Missions sur la période', cell: missionsTouched, onCard: 'shown' },
  ]
}

const countedColumns: Column<AdvisorStanding>[] = [
  { key: 'activities', head: 'Activités', align: 'number', cell: amount('activities') },
  {
    key: 'accompaniments',
    head: 'Accompagnements',
    align: 'number',
    cell: amount('accompaniments'),
    onCard: 'shown',
  },
  {
    key: 'minutes',
    head: 'Durée',
    align: 'number',
    cell: ({ counted: own }) => (own ? formatDuration(own.minutes) : ''),
    onCard: 'shown',
  },
]

function amount(of: 'activities' | 'accompaniments') {
  return ({ counted: own }: AdvisorStanding) => (own ? formatNumber(own[of]) : '')
}

function lastWords(advisor: AdvisorStanding, today: CalendarDay): string {
  const words = activityWords(advisor, today)
  return advisor.isAway ? `${words}\u00A0; ${awayWords(advisor)}` : words
}

/** A structure reads why; a team, that somebody is away. */
function awayWords({ awayFor }: AdvisorStanding): string {
  const why = typeof awayFor === 'string' ? ` (${labelOf(absenceKindLabels, awayFor).toLowerCase()})` : ''
  return `absence aujourd’hui${why}`
}

function activityWords(advisor: AdvisorStanding, today: CalendarDay): string {
  const { lastActivity, isUnderContract, isInTeam = true, isQuiet } = advisor
  if (lastActivity === null) {
    if (!isInTeam) return 'Aucune, hors de l’équipe aujourd’hui'
    return isUnderContract ? 'Aucune pour le moment' : 'Aucune, sans contrat aujourd’hui'
  }
  const day = formatDay(lastActivity)
  if (!isInTeam) return `${day}, hors de l’équipe aujourd’hui`
  if (!isUnderContract) return `${day}, contrat terminé`
  const days = daysBetween(lastActivity, today)
  return isQuiet ? `${day}, rien depuis ${counted(days, 'jour', 'jours')}` : day
}

/** In two or three words, for a cell. */
const missionWords: Readonly<Record<Mission, string>> = {
  1: 'usages quotidiens',
  2: 'usages citoyens et critiques',
  3: 'démarches en ligne',
}

function missionsTouched({ missions }: AdvisorStanding): string {
  const missing = Object.entries(missionWords).filter(([mission]) => !missions.includes(mission))
  if (missing.length === 0) return 'Les trois'
  if (missing.length === Object.keys(missionWords).length) return 'Aucune'
  return `Il manque\u00A0: ${missing.map(([, words]) => words).join(' et ')}`
}
