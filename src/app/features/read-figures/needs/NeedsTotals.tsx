import type { NeedsRow, NeedsTerritory, StateNeeds } from '../../../../domain/access/state-needs.ts'
import { counted, formatNumber } from '../../../ui/format/number.ts'
import { changeSentence } from '../change-sentence.ts'
import figureStyles from '../read-figures.module.css'
import { countOrHidden, hiddenWord } from '../state/amount-words.ts'
import { formatRate, rateOf, rateWords } from './rates.ts'
import { standingOf, territoryWords } from './territory-rows.ts'

export interface NeedsTotalsProps {
  territory: NeedsTerritory
  edition: NonNullable<StateNeeds['edition']>
}

interface Total {
  name: string
  amount: string
  detail: string | undefined
}

/** How much was done in a territory, beside how many live there, and where nothing was. */
export function NeedsTotals({
  territory: { population },
  edition: { now, before, within, year },
}: NeedsTotalsProps) {
  const totals: Total[] = [
    {
      name: 'Accompagnements',
      amount: countOrHidden(now.accompaniments),
      detail: before
        ? changeOf(now.accompaniments, before.accompaniments, { year: year - 1, format: formatNumber })
        : undefined,
    },
    {
      name: 'Pour 1\u00A0000 habitants',
      amount: rateWords(now.accompaniments, population),
      detail: before
        ? changeOf(rateOf(now.accompaniments, population), rateOf(before.accompaniments, population), {
            year: year - 1,
            format: formatRate,
          })
        : undefined,
    },
    { name: 'Habitants', amount: population === null ? '–' : formatNumber(population), detail: undefined },
    ...(['departement', 'commune'] as const).flatMap((kind) => {
      const rows = within.filter((row) => row.kind === kind)
      return rows.length === 0 ? [] : [withoutAny(rows, kind)]
    }),
  ]
  return (
    <>
      <dl className={figureStyles.totals}>
        {totals.map(({ name, amount, detail }) => (
          <div key={name} className={figureStyles.total}>
            <dt>{name}</dt>
            <dd>
              <span className={figureStyles.amount}>{amount}</span>
              {detail && <p className={figureStyles.change}>{detail}</p>}
            </dd>
          </div>
        ))}
      </dl>
      {before && <p className={figureStyles.rule}>Entre parenthèses, en {year - 1}.</p>}
    </>
  )
}

function changeOf(
  now: number | null | undefined,
  before: number | null | undefined,
  { year, format }: { year: number; format: (amount: number) => string },
): string | undefined {
  if (now === null || now === undefined) return undefined
  if (before === null || before === undefined) return `Masqué en ${year}.`
  return changeSentence(now, before, format)
}

/** Territories of nothing are as telling as the others. */
function withoutAny(rows: readonly NeedsRow[], kind: 'departement' | 'commune'): Total {
  const [none, hidden] = (['none', 'hidden'] as const).map(
    (standing) => rows.filter((row) => standingOf(row) === standing).length,
  )
  return {
    name: territoryWords[kind].withoutAny,
    amount: hidden === rows.length ? hiddenWord : formatNumber(none ?? 0),
    detail: `Sur ${formatNumber(rows.length)}${hidden ? `, dont ${counted(hidden, ...territoryWords[kind].hidden)}` : ''}.`,
  }
}
