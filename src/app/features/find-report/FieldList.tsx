import type { JsonObject } from '../../../domain/json.ts'
import { useCommune } from '../../data/react/use-commune.ts'
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
            <FieldText line={line} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What one field says: what was emptied is a value too. */
export function FieldText({ line: { text, commune } }: { line: FieldLine }) {
  return (
    <>
      {text || 'Rien'}
      {commune && <InCommune code={commune} />}
    </>
  )
}

function InCommune({ code }: { code: string }) {
  const commune = useCommune(code)
  return <>, {commune ? commune.name : `commune ${code}`}</>
}
