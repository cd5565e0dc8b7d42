import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { ContractValues } from './contract-form.ts'
import type { ReadPost } from './read-post.ts'

export interface ContractPersonFieldsProps {
  values: ContractValues
  post: ReadPost
  answer: StructurePosts
  emailError: string | undefined
  onChange: (change: Partial<ContractValues>) => void
}

/** Whose contract it is: somebody who works or worked there, or anybody else, who is invited by e-mail. */
export function ContractPersonFields(props: ContractPersonFieldsProps) {
  const { values, post, answer, emailError, onChange } = props
  const known = answer.people.filter(({ role }) => role === post.life.notified?.role)
  return (
    <>
      {known.length > 0 && (
        <SelectField
          label="Qui"
          placeholder="Une autre personne, à inviter"
          options={known.map(({ scope, name }) => ({ value: scope, label: name }))}
          value={values.scope}
          onChange={({ target }) => onChange({ scope: target.value })}
        />
      )}
      {values.scope === '' && (
        <>
          <TextField
            label="Prénom"
            need="optional"
            autoComplete="off"
            maxLength={200}
            value={values.givenName}
            onChange={({ target }) => onChange({ givenName: target.value })}
          />
          <TextField
            label="Nom"
            need="optional"
            autoComplete="off"
            maxLength={200}
            value={values.familyName}
            onChange={({ target }) => onChange({ familyName: target.value })}
          />
          <TextField
            label="Adresse électronique professionnelle"
            hint="La personne reçoit une invitation, valable sept jours. Elle lit les dates, puis accepte ou refuse : jusque-là, vous ne voyez d’elle que ce que vous écrivez ici."
            type="email"
            autoComplete="off"
            maxLength={254}
            value={values.email}
            onChange={({ target }) => onChange({ email: target.value })}
            error={emailError}
          />
        </>
      )}
    </>
  )
}
