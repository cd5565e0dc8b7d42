import { organisationLabels } from '../../../../domain/report/activity-nomenclature.ts'
import { titleMaxLength } from '../../../../domain/report/common-fields.ts'
import { partnersMost } from '../../../../domain/report/partenariat.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldGroup } from '../../../ui/FieldGroup.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { choicesOf } from '../choices.ts'
import { useReportField } from '../use-report-field.ts'
import styles from './other-kinds.module.css'
import type { KindFieldsProps } from './WorkshopFields.tsx'

/** Structures with which a partnership is made: name and type of each, one at least. */
export function PartnersField({ control }: KindFieldsProps) {
  const names = useReportField(control, 'partnerNames')
  const types = useReportField(control, 'partnerTypes')
  const count = Math.max(1, names.value.length)
  const lines = Array.from({ length: count }, (_, index) => ({
    name: names.value[index] ?? '',
    type: types.value[index] ?? '',
  }))
  const keep = (next: typeof lines) => {
    names.onChange(next.map(({ name }) => name))
    types.onChange(next.map(({ type }) => type))
  }
  const change = (at: number, part: Partial<(typeof lines)[number]>) =>
    keep(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <FieldGroup label="Structures partenaires" error={names.error ?? types.error}>
      <Stack gap="close">
        {lines.map(({ name, type }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its place in the list, and has no other name
          <div key={index} className={styles.partner}>
            <TextField
              label={count > 1 ? `Nom de la structure ${index + 1}` : 'Nom de la structure'}
              value={name}
              maxLength={titleMaxLength}
              autoComplete="off"
              onChange={(event) => change(index, { name: event.target.value })}
              {...(index === 0 ? names.tie : {})}
            />
            <SelectField
              label="Type"
              placeholder="Choisissez un type"
              options={choicesOf(organisationLabels)}
              value={type}
              onChange={(event) => change(index, { type: event.target.value })}
              {...(index === 0 ? types.tie : {})}
            />
            {count > 1 && (
              <Button variant="quiet" onClick={() => keep(lines.filter((_, other) => other !== index))}>
                <span>
                  Retirer <VisuallyHidden>la structure {index + 1}</VisuallyHidden>
                </span>
              </Button>
            )}
          </div>
        ))}
        {count < partnersMost && (
          <Button onClick={() => keep([...lines, { name: '', type: '' }])}>Ajouter une structure</Button>
        )}
      </Stack>
    </FieldGroup>
  )
}
