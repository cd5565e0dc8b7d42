import type { JsonObject } from '../../../domain/json.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import { fieldLines } from './field-lines.ts'
import styles from './find-report.module.css'
import { useCommune } from '../../data/react/use-commune.ts'

export interface FieldListProps {
  fields: JsonObject
  /** Fields that say nothing are shown too: what was emptied is a value. */
  withEmpty?: boolean
}

/** Fields of a report and what they say. */
export function FieldList({ fields, withEmpty = false }: FieldListProps) {
  const placeNames = usePlaceNames()
  const lines = fieldLines(fields, placeNames).filter(({ text }) => withEmpty || text !== '')
  return (
    <dl className={styles.fields}>
      {lines.map(({ field, label, text, commune }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {text || 'Rien'}
            {commune && <InCommune code={commune} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function InCommune({ code }: { code: string }) {
  const commune = useCommune(code)
  return <>, {commune ? commune.name : `commune ${code}`}</>
}
