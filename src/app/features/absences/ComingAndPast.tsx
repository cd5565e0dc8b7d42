import { useState, type ReactNode } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { List } from '../../ui/List.tsx'

export interface ComingAndPastProps<A> {
  /** What begins first first. */
  absences: readonly A[]
  today: CalendarDay
  renderRow: (absence: A) => ReactNode
}

/** What is under way and to come, then what is over, the latest first. */
export function ComingAndPast<A extends { readonly to: CalendarDay }>({
  absences,
  today,
  renderRow,
}: ComingAndPastProps<A>) {
  const [isOpen, setOpen] = useState(false)
  const coming = absences.filter(({ to }) => to >= today)
  const past = absences.filter(({ to }) => to < today).toReversed()
  return (
    <section aria-labelledby="absences">
      <h2 id="absences">En cours et à venir</h2>
      {coming.length === 0 && <p>Aucune absence en cours ni à venir.</p>}
      {coming.length > 0 && <List label="En cours et à venir">{coming.map(renderRow)}</List>}
      {past.length > 0 && (
        <Disclosure summary={`Passées (${past.length})`} open={isOpen} onToggle={setOpen}>
          <List label="Passées">{past.map(renderRow)}</List>
        </Disclosure>
      )}
    </section>
  )
}
