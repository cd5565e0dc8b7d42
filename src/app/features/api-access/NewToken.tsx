import { useId, useState, type FormEvent } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { latestDayOf, type MadeApiToken } from '../../../domain/open-data/api-token.ts'
import { datasetNames } from '../../../domain/open-data/rows.ts'
import { departmentCodes, departmentName } from '../../../domain/territory/departments.ts'
import { makeApiToken } from '../../data/api-tokens.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { datasetWords, territoryInWords } from './scope-in-words.ts'
import { startOf, tokenAsked, type TokenErrors, type TokenValues } from './token-form.ts'

export interface NewTokenProps {
  /** The department of the person's remit, null for the nation's. */
  own: string | null
  today: CalendarDay
  onMade: (made: MadeApiToken) => void
  onClose: () => void
}

/** What a token opens, to whom and for how long. */
export function NewToken({ own, today, onMade, onClose }: NewTokenProps) {
  const form = useId()
  const { values, errors, isSending, set, submit } = useTokenForm({ own, today, onMade })
  return (
    <Dialog
      open
      title="Nouveau jeton"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={form} variant="primary" disabled={isSending}>
            Créer ce jeton
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <Stack>
          {errors.kept && (
            <Notice tone="bad" title="Le jeton n’a pas été créé.">
              {errors.kept}
            </Notice>
          )}
          <TextField
            label="Nom du logiciel"
            value={values.name}
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => set({ name: target.value })}
            error={errors.name}
          />
          <TextField
            label="À quoi il sert"
            hint="Pas de nom de personne."
            value={values.purpose}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => set({ purpose: target.value })}
            error={errors.purpose}
          />
          <ChipCheckboxGroup
            label="Jeux de données"
            options={datasetNames.map((name) => ({ value: name, label: datasetWords[name] }))}
            values={values.datasets}
            onChange={(datasets) => set({ datasets })}
            error={errors.datasets}
          />
          {own === null ? (
            <SelectField
              label="Territoire"
              options={[
                { value: '', label: territoryInWords(null) },
                ...departmentCodes.map((code) => ({
                  value: code as string,
                  label: `${code} ${departmentName(code)}`,
                })),
              ]}
              value={values.department}
              onChange={({ target }) => set({ department: target.value })}
              error={errors.department}
            />
          ) : (
            <p>Territoire&nbsp;: {territoryInWords(own)}.</p>
          )}
          <DateField
            label="Dernier jour"
            hint="À un an d’ici au plus."
            value={values.lastDay}
            min={today}
            max={latestDayOf(today)}
            onChange={({ target }) => set({ lastDay: target.value })}
            error={errors.lastDay}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

function useTokenForm({ own, today, onMade }: Pick<NewTokenProps, 'own' | 'today' | 'onMade'>) {
  const [values, setValues] = useState<TokenValues>(() => startOf(own, today))
  const [errors, setErrors] = useState<TokenErrors>({})
  const [isSending, setSending] = useState(false)
  const make = async () => {
    const outcome = tokenAsked(values, today)
    if ('errors' in outcome) return setErrors(outcome.errors)
    setSending(true)
    const made = await makeApiToken(outcome.asked)
    setSending(false)
    if (made) onMade(made)
    else setErrors({ kept: 'Le serveur n’a pas répondu. Vérifiez le réseau, puis réessayez.' })
  }
  return {
    values,
    errors,
    isSending,
    set: (change: Partial<TokenValues>) => setValues((before) => ({ ...before, ...change })),
    submit: (event: FormEvent) => {
      event.preventDefault()
      void make()
    },
  }
}
