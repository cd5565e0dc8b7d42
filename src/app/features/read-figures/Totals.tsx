import { changeSentence } from './change-sentence.ts'
import { reportsAddress } from './counted-reports.ts'
import { fourTotals } from './four-totals.ts'
import { TotalsList } from './TotalsList.tsx'
import type { AskedTotals } from './use-figures.ts'

/** Four totals, each with what it was in the period before, and a way to the reports that it counts where they are here. */
export function Totals({ asked }: { asked: AskedTotals }) {
  return (
    <TotalsList
      totals={fourTotals(asked).map(({ name, now, before, format, detail }) => ({
        name,
        amount: format(now),
        detail,
        change: changeSentence(now, before, format),
      }))}
      before={asked.before.period}
      address={reportsAddress(asked, asked.period)}
    />
  )
}
