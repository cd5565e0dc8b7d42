import { useMemo, useState } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { scopeIdSchema } from '../../../../domain/ids.ts'
import { nameOf } from '../../../data/people-of-rows.ts'
import { usePeopleNames } from '../../../data/react/use-people-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import type { ReportFormValues } from '../form-values.ts'
import { useReportField } from '../use-report-field.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { traitsOf } from './traits-of.ts'

/** Participants of a workshop whom the advisor follows by name. */
export function ParticipantsField({ control }: { control: Control<ReportFormValues> }) {
  const field = useReportField(control, 'participants')
  const [scope, date] = useWatch({ control, name: ['scope', 'date'] })
  const known = scopeIdSchema.safeParse(scope)
  const ids = useMemo(() => field.value.map(({ id }) => id), [field.value])
  const names = usePeopleNames(ids)
  // Whoever was just chosen has a name before it is read again.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  if (!known.success) return null
  return (
    <Stack gap="close">
      <PersonPicker
        // A new field after each addition: it is empty again.
        key={ids.length}
        label="Participants suivis"
        scope={known.data}
        value=""
        without={ids}
        onPick={(local) => {
          if (!local) return
          setChosen(new Map([...chosen, [local.id, nameOf(local.person)]]))
          field.onChange([...field.value, { id: local.id, ...traitsOf(local.person, date) }])
        }}
      />
      {ids.length > 0 && (
        <Row>
          {ids.map((id) => (
            <Button
              key={id}
              icon="close"
              onClick={() => field.onChange(field.value.filter((participant) => participant.id !== id))}
            >
              <span>
                <VisuallyHidden>Retirer </VisuallyHidden>
                {names.get(id) ?? chosen.get(id) ?? 'Personne inconnue de cet appareil'}
              </span>
            </Button>
          ))}
        </Row>
      )}
    </Stack>
  )
}
