import { Link } from 'wouter'
import { documentIdSchema } from '../../../domain/ids.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { beneficiaryAddress } from '../../addresses.ts'
import { useCommune } from '../../data/react/use-commune.ts'
import { useKnownPeopleNames } from '../../data/react/use-people-names.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import { fieldLines, type FieldLine } from './field-lines.ts'
import styles from './find-report.module.css'

/** Fields of a report and what they say; one that says nothing is left out. */
export function FieldList({ fields }: { fields: JsonObject }) {
  const placeNames = usePlaceNames()
  const lines = fieldLines(fields, placeNames).filter(({ text }) => text !== '')
  return (
    <dl className={styles.fields}>
      {lines.map((line) => (
        <div key={line.field}>
          <dt>{line.label}</dt>
          <dd>
            <FieldText line={line} isLinked />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface FieldTextProps {
  line: FieldLine
  /** Whether a person's name leads to their page. */
  isLinked?: boolean
}

/** What one field says: what was emptied is a value too. */
export function FieldText({ line: { text, commune, people }, isLinked = false }: FieldTextProps) {
  return (
    <>
      {text || 'Rien'}
      {commune && <InCommune code={commune} />}
      {people && people.length > 0 && <Named ids={people} isLinked={isLinked} />}
    </>
  )
}

function InCommune({ code }: { code: string }) {
  const commune = useCommune(code)
  return <>, {commune ? commune.name : `commune ${code}`}</>
}

/** The names of people followed. Whoever was erased has none, nor has one whose page is still to come. */
function Named({ ids, isLinked }: { ids: readonly string[]; isLinked: boolean }) {
  const names = useKnownPeopleNames(ids)
  if (!names) return null
  const named = ids.flatMap((text) => {
    const [id, name] = [documentIdSchema.safeParse(text).data, names.get(text)]
    return id && name ? [{ id, name }] : []
  })
  if (named.length === 0) return <> (sans fiche sur cet appareil)</>
  return (
    <>
      &nbsp;:{' '}
      {named.map(({ id, name }, position) => (
        <span key={id}>
          {position > 0 && ', '}
          {isLinked ? <Link href={beneficiaryAddress(id)}>{name}</Link> : name}
        </span>
      ))}
    </>
  )
}
