import { useState } from 'react'
import { Link } from 'wouter'
import type { OwnScope } from '../../../../domain/access/signed-in-person.ts'
import { addMonths, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { formMonthsBack } from '../../../../domain/report/filing-window.ts'
import { offeredMinutes } from '../../../../domain/report/minutes.ts'
import { addresses } from '../../../addresses.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import type { UsualChoices } from '../../../data/reports.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ChipCheckboxGroup } from '../../../ui/ChipCheckboxGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldGroup } from '../../../ui/FieldGroup.tsx'
import { formatDuration } from '../../../ui/format/duration.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { chipMinutes } from '../duration-fields.ts'
import { SaveRefused } from '../SaveRefused.tsx'
import { themeChoices } from '../theme-choices.ts'
import { usePlacesToChoose } from '../use-places-to-choose.ts'
import { FiledHere } from './FiledHere.tsx'
import { useWalkIn } from './use-walk-in.ts'
import styles from './walk-in.module.css'

export interface WalkInProps {
  scopes: readonly OwnScope[]
  first: OwnScope
  usual: UsualChoices
  today: CalendarDay
}

/** With them, the durations are on the first screen of a phone: nobody scrolls between two people. */
const themesShown = 5

/** What each person came for, then for how long: the second tap files the report. */
export function WalkIn({ scopes, first, usual, today }: WalkInProps) {
  const db = useDatabase()
  const [scope, setScope] = useState(first)
  const places = usePlacesToChoose(db, scope.scope, { places: [], usual })
  const [date, setDate] = useState<string>(today)
  const [chosenPlace, setPlace] = useState('')
  const place = chosenPlace || places.known[0]?.id || ''
  const walkIn = useWalkIn({ scope: scope.scope, date, place, today })
  return (
    <Stack>
      {walkIn.isRefused && <SaveRefused />}
      <div className={styles.setting}>
        {scopes.length > 1 && (
          <SelectField
            label="Pour quelle structure"
            options={scopes.map((one) => ({ value: one.scope as string, label: one.structureName }))}
            value={scope.scope}
            onChange={({ target }) => setScope(scopes.find((one) => one.scope === target.value) ?? first)}
          />
        )}
        <DateField
          label="Quand"
          value={date}
          min={addMonths(today, -formMonthsBack)}
          max={today}
          onChange={(event) => setDate(event.target.value)}
          error={walkIn.errors.date}
        />
        <SelectField
          label="Où"
          options={[
            ...places.known.map(({ id, name }) => ({ value: id as string, label: name })),
            { value: 'a_distance', label: 'À distance' },
          ]}
          value={place}
          onChange={({ target }) => setPlace(target.value)}
          error={walkIn.errors.place}
        />
      </div>
      <ChipCheckboxGroup
        label={`Sur quoi, pour la ${ordinal(walkIn.filed.length + 1)} personne`}
        options={themeChoices(usual.themes, walkIn.themes)}
        values={walkIn.themes}
        onChange={walkIn.choose}
        firstShown={themesShown}
        error={walkIn.errors.themes}
      />
      <FieldGroup label="Durée" hint="Une touche enregistre.">
        <div className={styles.durations}>
          {chipMinutes(usual.minutes, offeredMinutes).map((minutes) => (
            <Button key={minutes} variant="primary" onClick={() => void walkIn.file(minutes)}>
              <span>
                <VisuallyHidden>Enregistrer&nbsp;: </VisuallyHidden>
                {formatDuration(minutes)}
              </span>
            </Button>
          ))}
        </div>
      </FieldGroup>
      <FiledHere filed={walkIn.filed} />
      <div>
        <Link href={addresses.reports} asChild>
          <ButtonLink icon="check">Terminer</ButtonLink>
        </Link>
      </div>
    </Stack>
  )
}

function ordinal(count: number): string {
  return count === 1 ? '1re' : `${count}e`
}
