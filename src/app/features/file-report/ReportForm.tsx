import { Suspense } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { documentIdSchema, type DocumentId } from '../../../domain/ids.ts'
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
import { KindField } from './KindField.tsx'
import { kindsOfScope } from './kinds-of-scope.ts'
import { AlreadyFiled, AppointmentLine, ModelField, OtherKindFields } from './lazy-fields.ts'
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

/** A report: of one person, on one screen of a phone before anything is unfolded; or of any other kind. */
export function ReportForm({ id, scopes, start }: ReportFormProps) {
  const { before } = start
  const { form, draft, errors, isRefused, today, submit } = useReportForm(id, start, scopes)
  const { control } = form
  const db = useDatabase()
  const [kind, scope, date, beneficiary] = useWatch({
    control,
    name: ['kind', 'scope', 'date', 'beneficiary'],
  })
  // An anonymous person is one more each time: only who is named, and a workshop, can be filed twice unawares.
  const asksForDoubles = kind === 'collectif' || (kind === 'individuel' && beneficiary !== '')
  const ownScope = scopes.find((candidate) => candidate.scope === scope)
  const appointment = documentIdSchema.safeParse(start.values.appointment)
  const places = usePlacesToChoose(db, ownScope?.scope, start)
  // Where an appointment says a place that isn't known, none is guessed.
  useLatePlace(form, places.known, before !== undefined || appointment.success)
  const place = <PlaceField control={control} places={places.known} onAddPlace={places.add} />
  const duration = <DurationField control={control} offered={start.minutes} />
  const themes = <ThemeFields control={control} usual={start.usual.themes} />
  return (
    <FormProvider {...form}>
      <Page
        title={before ? 'Modifier le compte rendu' : 'Compte rendu'}
        lead={
          <>
            <KindField control={control} kinds={kindsOfScope(ownScope)} onBegin={draft.begin} />
            {!before && start.models.length > 0 && (
              <Suspense fallback={null}>
                <ModelField
                  form={form}
                  models={start.models}
                  minutes={start.minutes}
                  today={today}
                  onBegin={draft.begin}
                />
              </Suspense>
            )}
          </>
        }
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
          {appointment.success && (
            <Suspense fallback={null}>
              <AppointmentLine id={appointment.data} />
            </Suspense>
          )}
          {(scopes.length > 1 || !ownScope) && !before && <ScopeField control={control} scopes={scopes} />}
          <WhenField control={control} today={today}>
            <DayWarning date={date} today={today} />
            <ContractWarning scope={ownScope} date={date} />
          </WhenField>
          {kind === 'individuel' ? (
            <>
              {place}
              {duration}
              {themes}
              <FoldedFields control={control} values={start.values} errors={errors} />
            </>
          ) : (
            <Suspense fallback={null}>
              <OtherKindFields {...{ kind, control, place, duration, themes }} />
            </Suspense>
          )}
          {asksForDoubles && (
            <Suspense fallback={null}>
              <AlreadyFiled control={control} id={id} />
            </Suspense>
          )}
          <p>
            <Link href={addresses.fieldHelp}>Que mettre dans chaque champ&nbsp;?</Link>
          </p>
          <div className={styles.save}>
            <Button type="submit" variant="primary" wide>
              Enregistrer
            </Button>
          </div>
        </form>
      </Page>
    </FormProvider>
  )
}
