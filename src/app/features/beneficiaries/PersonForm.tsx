import { useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import { beneficiaryNotesMaxLength } from '../../../domain/beneficiary/beneficiary.ts'
import type { DocumentId, ScopeId } from '../../../domain/ids.ts'
import { ageRangeLabels, genderLabels, statusLabels } from '../../../domain/report/nomenclature.ts'
import { beneficiaryAddress } from '../../addresses.ts'
import { mergeAddress } from '../../later-addresses.ts'
import { savePerson } from '../../data/beneficiaries.ts'
import { changePerson } from '../../data/change-people.ts'
import { areSaidApart } from '../../data/doubles.ts'
import { nameOf, nameOfBody, type LocalPerson } from '../../data/people-of-rows.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useLikelySame } from '../../data/react/use-likely-same.ts'
import { usePeople } from '../../data/react/use-people.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { CommuneField } from './CommuneField.tsx'
import styles from './beneficiaries.module.css'
import { changesIn, problemIn, typedOf, type Typed } from './person-form.ts'
import { personInShort } from './person-words.ts'

export type PersonFormProps =
  { local: LocalPerson } | { local?: undefined; scope: ScopeId; onCreated: (id: DocumentId) => void }

/** What is known of a person, new or known. Who may be the same person is said meanwhile. */
export function PersonForm(props: PersonFormProps) {
  const { local } = props
  const { typed, setTyped, wrong, submit } = usePersonForm(props)
  const of = (field: keyof Typed) => ({
    value: typed[field],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [field]: event.target.value }),
    error: wrong?.field === field ? wrong.message : undefined,
  })
  const hasNoPhone = typed.noPhone === 'true'
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextField label="Prénom" maxLength={80} autoComplete="off" {...of('firstName')} />
        <TextField label="Nom" maxLength={80} autoComplete="off" {...of('name')} />
        <NumberField label="Année de naissance" need="optional" {...of('birthYear')} />
        <LikelySame typed={typed} local={local} />
        {!hasNoPhone && (
          <TextField label="Téléphone" need="optional" type="tel" autoComplete="off" {...of('phone')} />
        )}
        <Checkbox
          label="N’a pas de téléphone"
          checked={hasNoPhone}
          onChange={(event) =>
            setTyped({
              ...typed,
              noPhone: event.target.checked ? 'true' : '',
              phone: event.target.checked ? '' : typed.phone,
            })
          }
        />
        <TextField
          label="Adresse électronique"
          need="optional"
          type="email"
          autoComplete="off"
          {...of('email')}
        />
        <CommuneField value={typed.commune} onChange={(commune) => setTyped({ ...typed, commune })} />
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
        {local && <OtherNotes local={local} />}
        <Button type="submit" variant="primary">
          {local ? 'Enregistrer la fiche' : 'Créer la fiche'}
        </Button>
      </Stack>
    </form>
  )
}

function usePersonForm(props: PersonFormProps) {
  const { local } = props
  const db = useDatabase()
  const sayDone = useSayDone()
  const [before, setBefore] = useState(() => typedOf(local))
  const [typed, setTyped] = useState(before)
  const [wrong, setWrong] = useState<{ field: string; message: string }>()
  const save = async () => {
    const problem = problemIn(typed)
    setWrong(problem)
    if (problem) return
    const set = changesIn(before, typed)
    if (props.local) {
      await changePerson(db, props.local.id, set)
      setBefore(typed)
      sayDone({ text: 'Fiche enregistrée.' })
    } else {
      props.onCreated(await savePerson(db, { scope: props.scope, body: set }))
      sayDone({ text: 'Fiche créée.' })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save().catch(() =>
      setWrong({ field: 'firstName', message: 'Cet appareil n’a pas pu enregistrer. Réessayez.' }),
    )
  }
  return { typed, setTyped, wrong, submit }
}

const nobody: readonly LocalPerson[] = []
const shown = 3

/** Other pages that may be of the same person: to be opened where this one is new, to be compared where it isn't. */
function LikelySame({ typed, local }: { typed: Typed; local: LocalPerson | undefined }) {
  const people = usePeople() ?? nobody
  const { firstName, name, phone, email } = typed
  const birthYear = typed.birthYear === '' ? undefined : Number(typed.birthYear)
  const same = useLikelySame(people, { firstName, name, phone, email, birthYear })
  const others = same.filter((other) => other.id !== local?.id && !(local && areSaidApart(local, other)))
  return (
    <Stack gap="close">
      <Status>{others.length > 0 && 'Peut-être la même personne\u00A0:'}</Status>
      {others.length > 0 && (
        <Row>
          {others.slice(0, shown).map((other) => (
            <Link
              key={other.id}
              href={local ? mergeAddress(local.id, other.id) : beneficiaryAddress(other.id)}
              asChild
            >
              <ButtonLink icon="person">
                {[nameOf(other.person), personInShort(other.person)].filter(Boolean).join(', ')}
              </ButtonLink>
            </Link>
          ))}
        </Row>
      )}
    </Stack>
  )
}

/** Notes of the pages that were merged into this one: kept, and shown where they are from. */
function OtherNotes({ local: { pages } }: { local: LocalPerson }) {
  const [, ...merged] = pages
  const noted = merged.flatMap(({ id, body }) => {
    const note = body['notes']
    return typeof note === 'string' ? [{ id, note, name: nameOfBody(body) }] : []
  })
  return noted.map(({ id, note, name }) => (
    <div key={id}>
      <p>
        <strong>Note de la fiche réunie «&nbsp;{name}&nbsp;»</strong>
      </p>
      <p className={styles.note}>{note}</p>
    </div>
  ))
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
