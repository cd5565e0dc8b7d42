import { useState, type FormEvent } from 'react'
import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { KitFactOf } from '../../../../domain/commitments/kit/kit-fact.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { ofPerson } from '../of-person.ts'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong } from '../use-saying.ts'
import type { KitFormProps } from './KitDialog.tsx'
import { loanTitle } from './kit-sentences.ts'
import { thingIn, type ThingErrors, type ThingValues } from './thing-form.ts'
import { ThingFields } from './ThingFields.tsx'

export interface CorrectHandOverProps extends KitFormProps {
  person: KitPerson
  /** To whom it may have been handed over: all who work or worked there. */
  people: readonly KitPerson[]
  corrected: KitFactOf<'handed'>
}

/** A hand-over that was noted wrong: another number, another day, another person. It is confirmed again. */
export function CorrectHandOver({
  today,
  saying,
  say,
  onClose,
  person,
  people,
  corrected,
}: CorrectHandOverProps) {
  const { id: replaces, item, instead, ...before } = corrected
  const [values, setValues] = useState<ThingValues>(before)
  const [scope, setScope] = useState<string>(person.scope)
  const [errors, setErrors] = useState<ThingErrors>({})
  const to = people.find((one) => one.scope === scope) ?? person
  const isMoved = to.scope !== person.scope
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = thingIn(values)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok) return focusFirstWrong(event)
    // What it was given instead of was the first one's.
    say({ kind: 'handed', replaces, item, ...read.thing, instead: isMoved ? null : instead }, to.scope)
  }
  return (
    <SayDialog
      title={`Corriger la remise\u00A0: ${loanTitle(corrected)}`}
      action="Enregistrer la correction"
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      <p>
        {isMoved
          ? `Ce matériel ne sera plus noté au nom ${ofPerson(person.name)}, et ${to.name} devra confirmer sa réception.`
          : `${person.name} devra confirmer à nouveau sa réception.`}{' '}
        L’historique garde ce qui avait été noté.
      </p>
      <SelectField
        label="Remis à"
        options={people.map((one) => ({ value: one.scope as string, label: one.name }))}
        value={scope}
        onChange={({ target }) => setScope(target.value)}
      />
      <ThingFields
        {...{ values, errors, today }}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
      />
    </SayDialog>
  )
}
