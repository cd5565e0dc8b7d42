import { Suspense, useState } from 'react'
import type { Control } from 'react-hook-form'
import { placeKindLabels } from '../../../domain/report/nomenclature.ts'
import type { LocalPlace } from '../../data/places.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import type { NewPlace } from './AddPlace.tsx'
import { AddPlace, PlaceCommune } from './lazy-fields.ts'
import { asksCommune, placelessKinds } from './place-fields.ts'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface PlaceFieldProps {
  control: Control<ReportFormValues>
  /** Most used first. */
  places: readonly LocalPlace[]
  /** Keeps a new place and gives its id. */
  onAddPlace: (place: NewPlace) => Promise<string>
}

const addition = 'ajouter'

/** Where: this advisor's places, the kinds of place without an address of their own, and the way to add a place. */
export function PlaceField({ control, places, onAddPlace }: PlaceFieldProps) {
  const field = useReportField(control, 'place')
  const [isAdding, setAdding] = useState(false)
  const choose = (value: string) => {
    setAdding(value === addition)
    if (value !== addition) field.onChange(value)
  }
  const add = async (place: NewPlace) => {
    field.onChange(await onAddPlace(place))
    setAdding(false)
  }
  return (
    <Stack gap="close">
      <SelectField
        label="Où"
        beside
        placeholder="Choisissez un lieu"
        options={optionsFor(places, field.value)}
        value={isAdding ? addition : field.value}
        onChange={(event) => choose(event.target.value)}
        {...field.tie}
        error={field.error}
      />
      <Suspense fallback={null}>
        {isAdding && <AddPlace onAdd={add} onCancel={() => setAdding(false)} />}
        {!isAdding && asksCommune(field.value) && <PlaceCommune control={control} />}
      </Suspense>
    </Stack>
  )
}

function optionsFor(places: readonly LocalPlace[], chosen: string) {
  const options = [
    ...places.map(({ id, name }) => ({ value: id as string, label: name })),
    ...placelessKinds.map((kind) => ({ value: kind as string, label: placeKindLabels[kind] })),
  ]
  const isListed = chosen === '' || options.some(({ value }) => value === chosen)
  return [
    ...options,
    // Of a report: a place that is no longer offered, or that this device doesn't have yet.
    ...(isListed ? [] : [{ value: chosen, label: 'Lieu déjà enregistré' }]),
    { value: addition, label: 'Ajouter un lieu…' },
  ]
}
