import type { StateFigures, StateTotals as Totals } from '../../../../domain/access/state-figures.ts'
import { formatHours } from '../../../ui/format/duration.ts'
import { counted, formatNumber } from '../../../ui/format/number.ts'
import { changeSentence } from '../change-sentence.ts'
import { TotalsList, type ListedTotal } from '../TotalsList.tsx'
import { countOrHidden } from './amount-words.ts'

interface Line {
  name: string
  of: (totals: Totals) => number | null
  format: (amount: number) => string
  detail?: (totals: Totals) => string | undefined
  isOfPeople?: true
}

const lines: readonly Line[] = [
  { name: 'Accompagnements', of: ({ accompaniments }) => accompaniments, format: formatNumber },
  {
    name: 'Bénéficiaires',
    of: ({ beneficiaries }) => beneficiaries.total,
    format: formatNumber,
    detail: peopleInWords,
    isOfPeople: true,
  },
  { name: 'Heures', of: ({ minutes }) => minutes && minutes.total, format: formatHours },
  { name: 'Activités', of: ({ activities }) => activities, format: formatNumber },
]

/** Four totals of a territory, each with what it was in the period before; hidden where they are of too few. */
export function StateTotals({ figures }: { figures: StateFigures }) {
  const { before, isWhole } = figures
  return (
    <>
      <TotalsList
        totals={lines.map((line) =>
          line.isOfPeople && !isWhole ? pending(line.name) : listed(line, figures),
        )}
        before={before?.period}
      />
      {before === null && <p>La comparaison avec la période d’avant se lit quand celle-ci est terminée.</p>}
    </>
  )
}

function listed({ name, of, format, detail }: Line, { totals, before }: StateFigures): ListedTotal {
  return {
    name,
    amount: countOrHidden(of(totals), format),
    detail: detail?.(totals),
    change: before === null ? undefined : changeOf(of(totals), of(before.totals), format),
  }
}

/** As high as it will be, so that nothing moves. */
function pending(name: string): ListedTotal {
  return { name, amount: '…', detail: 'Comptage des personnes…', change: undefined, isPending: true }
}

function peopleInWords({ beneficiaries: { named, anonymous, total }, newOnes }: Totals): string | undefined {
  if (total === null || total === 0) return undefined
  const said = [
    named === null ? 'suivis masqués' : counted(named, 'suivi', 'suivis'),
    anonymous === null ? 'anonymes masqués' : counted(anonymous, 'anonyme', 'anonymes'),
    newOnes === null ? 'nouveaux masqués' : counted(newOnes, 'nouveau', 'nouveaux'),
  ]
  return `dont ${said.join(', ')}`
}

function changeOf(
  now: number | null,
  before: number | null,
  format: (amount: number) => string,
): string | undefined {
  return now === null || before === null ? undefined : changeSentence(now, before, format)
}
