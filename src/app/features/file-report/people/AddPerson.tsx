import { useState } from 'react'
import { areLikelySame } from '../../../../domain/beneficiary/likely-same.ts'
import type { ScopeId } from '../../../../domain/ids.ts'
import { followedPerson, savePerson, type LocalPerson } from '../../../data/beneficiaries.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
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
  const same = people.filter(({ person }) => areLikelySame({ firstName, name, birthYear }, person))
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
        {same.length > 0 && (
          <div>
            <p>Peut-être la même personne&nbsp;:</p>
            <Row>
              {same.slice(0, 3).map((local) => (
                <Button key={local.id} onClick={() => onPick(local)}>
                  {[`${local.person.firstName} ${local.person.name}`, local.person.birthYear]
                    .filter(Boolean)
                    .join(', ')}
                </Button>
              ))}
            </Row>
          </div>
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
