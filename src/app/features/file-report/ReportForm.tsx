import { useWatch } from 'react-hook-form'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { addresses, reportAddress } from '../../addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { ContractWarning } from './ContractWarning.tsx'
import { DayWarning } from './DayWarning.tsx'
import { DraftLine } from './DraftLine.tsx'
import { DraftRefused } from './DraftRefused.tsx'
import { DurationField } from './DurationField.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import styles from './file-report.module.css'
import { FoldedFields } from './FoldedFields.tsx'
import type { FormStart } from './form-start.ts'
import { PlaceField } from './PlaceField.tsx'
import { SaveRefused } from './SaveRefused.tsx'
import { ScopeField } from './ScopeField.tsx'
import { ThemeFields } from './ThemeFields.tsx'
import { usePlacesToChoose } from './use-places-to-choose.ts'
import { useLatePlace } from './use-late-place.ts'
import { useReportForm } from './use-report-form.ts'
import { WhenField } from './WhenField.tsx'

export interface ReportFormProps {
  id: DocumentId
  scopes: readonly OwnScope[]
  start: FormStart
}

/** Compte rendu d'un accompagnement individuel, on one screen of a phone before anything is unfolded. */
export function ReportForm({ id, scopes, start }: ReportFormProps) {
  const { before } = start
  const { form, draft, errors, isRefused, today, submit } = useReportForm(id, start)
  const { control } = form
  const db = useDatabase()
  const [scope, date] = useWatch({ control, name: ['scope', 'date'] })
  const ownScope = scopes.find((candidate) => candidate.scope === scope)
  const places = usePlacesToChoose(db, ownScope?.scope, start)
  useLatePlace(form, places.known, before !== undefined)
  return (
    <Page
      title={before ? 'Modifier le compte rendu' : 'Compte rendu'}
      lead="Accompagnement individuel"
      back={{ href: before ? reportAddress(id) : addresses.home }}
      isFocused
      aside={<StateMark state="draft" />}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={submit}
        onClickCapture={draft.begin}
        onInputCapture={draft.begin}
      >
        <ErrorSummary errors={errors} onGoTo={(field) => form.setFocus(field)} />
        {isRefused && <SaveRefused />}
        {!isRefused && draft.isRefused && <DraftRefused />}
        <DraftLine start={start} draft={draft} />
        {scopes.length > 1 && !before && <ScopeField control={control} scopes={scopes} />}
        <WhenField control={control} today={today}>
          <DayWarning date={date} today={today} />
          <ContractWarning scope={ownScope} date={date} />
        </WhenField>
        <PlaceField control={control} places={places.known} onAddPlace={places.add} />
        <DurationField control={control} offered={start.minutes} />
        <ThemeFields control={control} usual={start.usual.themes} />
        <FoldedFields control={control} values={start.values} errors={errors} />
        <div className={styles.save}>
          <Button type="submit" variant="primary" wide>
            Enregistrer
          </Button>
        </div>
      </form>
    </Page>
  )
}
