import type { Control } from 'react-hook-form'
import { notesMaxLength } from '../../../domain/report/common-fields.ts'
import { findSensitive, type SensitiveKind } from '../../../domain/report/sensitive-text.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

/** The note: the advisor's own unless shared, with a warning when it seems to hold what must not be written. */
export function NoteField({ control }: { control: Control<ReportFormValues> }) {
  const note = useReportField(control, 'notes')
  const shared = useReportField(control, 'notesShared')
  return (
    <Stack gap="close">
      <TextArea
        label="Note"
        hint="Pour vous seul, sauf si vous la partagez. Rien sur la santé, aucun mot de passe, aucun numéro personnel."
        limit={notesMaxLength}
        value={note.value}
        onChange={note.onChange}
        {...note.tie}
        error={note.error}
      />
      <Status tone="warn">
        {findSensitive(note.value)
          .map((kind) => warnings[kind])
          .join(' ')}
      </Status>
      <Checkbox
        label="Partager cette note avec ma structure"
        checked={shared.value}
        onChange={(event) => shared.onChange(event.target.checked)}
        {...shared.tie}
      />
    </Stack>
  )
}

const warnings: Readonly<Record<SensitiveKind, string>> = {
  'social-security-number': 'Cette note semble contenir un numéro de sécurité sociale\u00A0: effacez-le.',
  'bank-card': 'Cette note semble contenir un numéro de carte bancaire\u00A0: effacez-le.',
  password: 'Cette note semble contenir un mot de passe\u00A0: effacez-le.',
}
