import { useState } from 'react'
import type { ScopeId } from '../../../../domain/ids.ts'
import { followedPerson, savePerson } from '../../../data/beneficiaries.ts'
import { nameOf, type LocalPerson } from '../../../data/people-of-rows.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { useLikelySame } from '../../../data/react/use-likely-same.ts'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../file-report.module.css'

export interface AddPersonProps {
  scope: ScopeId
  /** What was typed and not found. */
  typed: string
  people: readonly LocalPerson[]
  onPick: (person: LocalPerson) => void
  onCancel: () => void
}

/** Begins the page of a person: a first name and a name are enough. Who may be the same person is said meanwhile. */
export function AddPerson({ scope, typed, people, onPick, onCancel }: AddPersonProps) {
  const db = useDatabase()
  const [first = '', ...others] = typed.trim().split(/\s+/)
  const [firstName, setFirstName] = useState(first)
  const [name, setName] = useState(others.join(' '))
  const [year, setYear] = useState('')
  const [error, setError] = useState<{ field: 'firstName' | 'name' | 'year'; message: string }>()
  const birthYear = year.trim() === '' ? undefined : Number(year)
  const same = useLikelySame(people, { firstName, name, birthYear })
  const add = async () => {
    if (firstName.trim() === '') return setError({ field: 'firstName', message: 'Indiquez le prénom.' })
    if (name.trim() === '') return setError({ field: 'name', message: 'Indiquez le nom.' })
    if (birthYear !== undefined && !(Number.isInteger(birthYear) && birthYear >= 1900 && birthYear <= 2100))
      return setError({ field: 'year', message: 'Indiquez une année de naissance sur quatre chiffres.' })
    const body = {
      firstName: firstName.trim(),
      name: name.trim(),
      ...(birthYear === undefined ? {} : { birthYear }),
    }
    const id = await savePerson(db, { scope, body })
    const added = await followedPerson(db, id)
    if (added) onPick(added)
  }
  const tryToAdd = () => {
    add().catch(() =>
      setError({ field: 'name', message: 'Cet appareil n’a pas pu enregistrer la fiche. Réessayez.' }),
    )
  }
  return (
    <fieldset className={styles.panel}>
      <legend className={styles.panelName}>Nouvelle fiche</legend>
      <Stack gap="close">
        <TextField
          label="Prénom"
          value={firstName}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setFirstName(event.target.value)}
          error={error?.field === 'firstName' ? error.message : undefined}
        />
        <TextField
          label="Nom"
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          error={error?.field === 'name' ? error.message : undefined}
        />
        <NumberField
          label="Année de naissance"
          need="optional"
          value={year}
          onChange={(event) => setYear(event.target.value)}
          error={error?.field === 'year' ? error.message : undefined}
        />
        <Status>{same.length > 0 && 'Peut-être la même personne\u00A0:'}</Status>
        {same.length > 0 && (
          <Row>
            {same.slice(0, 3).map((local) => (
              <Button key={local.id} icon="person" onClick={() => onPick(local)}>
                {[nameOf(local.person), local.person.birthYear, local.person.phone]
                  .filter(Boolean)
                  .join(', ')}
              </Button>
            ))}
          </Row>
        )}
        <Row>
          <Button onClick={tryToAdd}>Créer la fiche</Button>
          <Button variant="quiet" onClick={onCancel}>
            Annuler
          </Button>
        </Row>
      </Stack>
    </fieldset>
  )
}
