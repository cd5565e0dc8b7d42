import { lazy, Suspense, useState, type ReactNode } from 'react'
import {
  isNoFilter,
  noActivityFilter,
  permittedFacetOf,
  type ActivityFilter,
} from '../../../domain/access/activity-filter.ts'
import type { ActivityQuestion } from '../../../domain/access/activity-query.ts'
import { activitySortLabels, activitySorts } from '../../../domain/access/activity-sort.ts'
import {
  activityValueSentence,
  daysInWords,
  type ActivityNames,
} from '../../../domain/access/activity-words.ts'
import { Button } from '../../ui/Button.tsx'
import { ChosenChips, type ChosenChip } from '../../ui/ChosenChips.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Status } from '../../ui/Status.tsx'
import type { ActivitiesAsked } from '../../data/structure-activities.ts'
import styles from './read-structure.module.css'

const ActivityFilterPanel = lazy(async () => ({
  default: (await import('./ActivityFilterPanel.tsx')).ActivityFilterPanel,
}))

export interface ActivitySearchProps {
  asked: ActivitiesAsked
  question: ActivityQuestion
  names: ActivityNames
  /** How many are found, in words; nothing while that isn't known. */
  found: string
  /** What the list is taken away by. */
  files: ReactNode
  onAsk: (question: ActivityQuestion) => void
}

/** What the list is filtered by and in which order it stands: each filter is taken away in one tap. */
export function ActivitySearch({ asked, question, names, found, files, onAsk }: ActivitySearchProps) {
  const [isOpen, setOpen] = useState(false)
  const { filter, sort } = question
  const onFilter = (changed: ActivityFilter) => onAsk({ ...question, filter: changed })
  return (
    <search data-print="hide">
      <div className={styles.search}>
        <div>
          <Disclosure summary="Filtrer" open={isOpen} onToggle={setOpen}>
            {isOpen && (
              <Suspense fallback={null}>
                <ActivityFilterPanel asked={asked} filter={filter} onFilter={onFilter} />
              </Suspense>
            )}
          </Disclosure>
          {files}
        </div>
        <SelectField
          label="Trier par"
          options={activitySorts.map((value) => ({ value, label: activitySortLabels[value] }))}
          value={sort}
          onChange={({ target }) => {
            const chosen = activitySorts.find((one) => one === target.value)
            if (chosen) onAsk({ ...question, sort: chosen })
          }}
        />
      </div>
      <ChosenChips chips={chipsOf(filter, names, onFilter)} />
      <Status>{found}</Status>
      {!isNoFilter(filter) && (
        <Button variant="quiet" icon="close" onClick={() => onFilter(noActivityFilter)}>
          Tout effacer
        </Button>
      )}
    </search>
  )
}

function chipsOf(
  filter: ActivityFilter,
  names: ActivityNames,
  onFilter: (filter: ActivityFilter) => void,
): ChosenChip[] {
  const days = {
    key: 'days',
    label: daysInWords(filter),
    onRemove: () => onFilter({ ...filter, from: undefined, to: undefined }),
  }
  const values = filter.values.map((value) => ({
    key: value,
    label: activityValueSentence(value, names),
    onRemove: () => onFilter({ ...filter, values: filter.values.filter((other) => other !== value) }),
  }))
  return filter.from || filter.to ? [days, ...values] : values
}

/** Whether some filter is only named by what the server offers: an advisor or a commune of whom nothing is found. */
export function needsNames({ values }: ActivityFilter): boolean {
  return values.some((value) => ['conseiller', 'commune'].includes(permittedFacetOf(value)))
}
