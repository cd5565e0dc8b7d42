import { useState, type FormEvent } from 'react'
import type { PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import { contractTermsLabels, type ContractTerms } from '../../../../domain/commitments/post-words.ts'
import { sayForStructure } from '../../../data/posts.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'
import { contractIn, startOf, type ContractErrors, type ContractValues } from './contract-form.ts'
import { ContractPersonFields } from './ContractPersonFields.tsx'
import type { PostDialogProps } from './PostDialog.tsx'
import { ofPerson } from '../of-person.ts'
import { nameOfContract, type ReadPost } from './read-post.ts'

export interface ContractFormProps extends PostDialogProps {
  post: ReadPost
  /** A contract that was said, and wasn't so. */
  corrected: PostFactOf<'contract' | 'offered'> | undefined
}

const terms: readonly ContractTerms[] = ['cdd', 'cdi', 'pec', 'projet']

/** A contract on a post: who, of what kind, for which days. It opens Espace Coop to the person for these days. */
export function ContractForm({
  post,
  corrected,
  structureId,
  answer,
  today,
  onDone,
  onClose,
}: ContractFormProps) {
  const [values, setValues] = useState(() => startOf(corrected, today))
  const [errors, setErrors] = useState<ContractErrors>({})
  const saying = useSaying(() =>
    onDone(
      values.scope === '' && !corrected ? 'Contrat enregistré, invitation envoyée.' : 'Contrat enregistré.',
    ),
  )
  const set = (change: Partial<ContractValues>) => setValues((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = contractIn(values, corrected)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok) return focusFirstWrong(event)
    void saying.say(read.said, (id) =>
      sayForStructure({ structure: structureId, post: post.id }, { ...read.said, id }),
    )
  }
  return (
    <SayDialog
      title={
        corrected
          ? `Corriger le contrat ${ofPerson(nameOfContract(corrected, answer))}`
          : `Contrat, poste ${post.reference}`
      }
      action="Enregistrer ce contrat"
      saying={saying}
      onSubmit={submit}
      onClose={onClose}
    >
      {!corrected && (
        <ContractPersonFields {...{ values, post, answer }} emailError={errors.email} onChange={set} />
      )}
      <ChipRadioGroup
        label="Type de contrat"
        options={terms.map((value) => ({ value, label: contractTermsLabels[value] }))}
        value={values.terms}
        onChange={(chosen) => set({ terms: chosen })}
        error={errors.terms}
      />
      <DateField
        label="Premier jour"
        value={values.starts}
        onChange={({ target }) => set({ starts: target.value })}
        error={errors.starts}
      />
      {values.terms !== 'cdi' && (
        <DateField
          label="Dernier jour"
          value={values.ends}
          onChange={({ target }) => set({ ends: target.value })}
          error={errors.ends}
        />
      )}
      <NumberField
        label="Temps de travail"
        unit="heures par semaine"
        decimals
        maxLength={6}
        value={values.hours}
        onChange={({ target }) => set({ hours: target.value })}
        error={errors.hours}
      />
    </SayDialog>
  )
}
