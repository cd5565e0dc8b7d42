import { useState, type FormEvent } from 'react'
import {
  beneficiaryNotesMaxLength,
  beneficiarySchema,
  type Beneficiary,
} from '../../../domain/beneficiary/beneficiary.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { ageRangeLabels, genderLabels, statusLabels } from '../../../domain/report/nomenclature.ts'
import { savePerson, type LocalPerson } from '../../data/beneficiaries.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useSayDone } from '../../ui/undo.ts'

type Typed = Record<(typeof fields)[number], string>
const fields = [
  'firstName',
  'name',
  'birthYear',
  'phone',
  'email',
  'gender',
  'ageRange',
  'status',
  'notes',
] as const

/** What is known of a person, to be corrected. */
export function PersonForm({ local }: { local: LocalPerson }) {
  const { id, scope, person } = local
  const db = useDatabase()
  const sayDone = useSayDone()
  const [typed, setTyped] = useState(() => typedOf(person))
  const [wrong, setWrong] = useState<{ field: string; message: string }>()
  const of = (field: keyof Typed) => ({
    value: typed[field],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [field]: event.target.value }),
    error: wrong?.field === field ? wrong.message : undefined,
  })
  const save = async () => {
    const body = bodyOf(typed, person)
    const issue = beneficiarySchema.safeParse(body).error?.issues[0]
    setWrong(issue && { field: String(issue.path[0]), message: issue.message })
    if (issue) return
    await savePerson(db, { scope, id, body })
    sayDone({ text: 'Fiche enregistrée.' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save().catch(() =>
      setWrong({ field: 'firstName', message: 'Cet appareil n’a pas pu enregistrer. Réessayez.' }),
    )
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextField label="Prénom" maxLength={80} autoComplete="off" {...of('firstName')} />
        <TextField label="Nom" maxLength={80} autoComplete="off" {...of('name')} />
        <NumberField label="Année de naissance" need="optional" {...of('birthYear')} />
        <TextField label="Téléphone" need="optional" type="tel" autoComplete="off" {...of('phone')} />
        <TextField
          label="Adresse électronique"
          need="optional"
          type="email"
          autoComplete="off"
          {...of('email')}
        />
        <ChoiceField label="Genre" labels={genderLabels} {...of('gender')} />
        <ChoiceField
          label="Tranche d’âge"
          hint="Comptée par l’année de naissance quand elle est connue."
          labels={ageRangeLabels}
          {...of('ageRange')}
        />
        <ChoiceField label="Statut" labels={statusLabels} {...of('status')} />
        <TextArea
          label="Note"
          need="optional"
          hint="Pour vous seul. Rien sur la santé, aucun mot de passe, aucun numéro personnel."
          limit={beneficiaryNotesMaxLength}
          {...of('notes')}
        />
        <Button type="submit" variant="primary">
          Enregistrer la fiche
        </Button>
      </Stack>
    </form>
  )
}

interface ChoiceFieldProps {
  label: string
  hint?: string
  labels: Readonly<Record<string, string>>
  value: string
  onChange: (event: { target: { value: string } }) => void
  error: string | undefined
}

function ChoiceField({ labels, ...rest }: ChoiceFieldProps) {
  const options = Object.entries(labels).map(([value, label]) => ({ value, label }))
  return <SelectField placeholder="Pas indiqué" options={options} {...rest} />
}

function typedOf(person: Beneficiary): Typed {
  const text = (field: keyof Typed) => (person[field] === undefined ? '' : String(person[field]))
  // Each of the fields is there, by its name.
  return Object.fromEntries(fields.map((field) => [field, text(field)])) as Typed
}

/** Fields that aren't asked here stay; one that is emptied is taken away. */
function bodyOf(typed: Typed, person: Beneficiary): JsonObject {
  const said = Object.entries(typed).map(([field, text]) => [field, text.trim()] as const)
  const values = said.map(([field, text]) => [
    field,
    field === 'birthYear' && text !== '' ? Number(text) : text,
  ])
  const all: Record<string, unknown> = { ...person, ...Object.fromEntries(values) }
  const kept = Object.entries(all).filter(([, value]) => value !== '' && value !== undefined)
  // A person's page was read from JSON, and what is typed is text and a number.
  return Object.fromEntries(kept) as JsonObject
}
