import { useId } from 'react'
import type { JsonObject } from '../../../domain/json.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import { FieldText } from './FieldList.tsx'
import { fieldLines, type FieldLine } from './field-lines.ts'
import styles from './two-versions.module.css'

export interface VersionPartProps {
  current: JsonObject
  other: JsonObject
  /** Absent where there is nothing else to choose: the buttons below choose for the whole. */
  choice: { isOther: boolean; onChoose: (isOther: boolean) => void } | undefined
}

/** One point on which two versions differ, each saying its own. */
export function VersionPart({ current, other, choice }: VersionPartProps) {
  const name = useId()
  const placeNames = usePlaceNames()
  const [now, lost] = [fieldLines(current, placeNames), fieldLines(other, placeNames)]
  const sides = [
    { title: 'Actuelle', lines: now, isOther: false },
    { title: 'Autre', lines: lost, isOther: true },
  ]
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{lost[0]?.label}</legend>
      {sides.map(({ title, lines, isOther }) =>
        choice ? (
          <label key={title} className={styles.side}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={choice.isOther === isOther}
              onChange={() => choice.onChoose(isOther)}
            />
            <Side title={title} lines={lines} />
          </label>
        ) : (
          <div key={title} className={styles.side}>
            <Side title={title} lines={lines} />
          </div>
        ),
      )}
    </fieldset>
  )
}

/** The first field has its name above both sides; those that go with it say theirs where they say something. */
function Side({ title, lines }: { title: string; lines: readonly FieldLine[] }) {
  const [first, ...others] = lines
  return (
    <>
      <span className={styles.title}>{title}</span>
      {first && (
        <span className={styles.text}>
          <FieldText line={first} />
        </span>
      )}
      {others
        .filter(({ text }) => text !== '')
        .map((line) => (
          <span key={line.field} className={styles.text}>
            {line.label}&nbsp;: <FieldText line={line} />
          </span>
        ))}
    </>
  )
}
