import { useState } from 'react'
import { sameJson, valueAt, type JsonObject } from '../../../domain/json.ts'
import { pick } from '../../../domain/sync/fields.ts'
import { keepCurrent, partsOf, takeLost, type LocalConflict } from '../../data/conflicts.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Row.tsx'
import { fieldLines } from './field-lines.ts'
import { VersionPart } from './VersionPart.tsx'
import styles from './two-versions.module.css'

export interface TwoVersionsProps {
  conflict: LocalConflict
  /** The report as it stands. */
  current: JsonObject
}

/** Two versions of a report side by side: one tap keeps either, and where they differ in several points, each can be chosen. */
export function TwoVersions({ conflict, current }: TwoVersionsProps) {
  const db = useDatabase()
  const [taken, setTaken] = useState<readonly string[]>([])
  const parts = differingParts(conflict, current)
  const choose = (part: readonly string[], isOther: boolean) => {
    const others = taken.filter((field) => !part.includes(field))
    setTaken(isOther ? [...others, ...part] : others)
  }
  return (
    <>
      <p>{parts.length > 1 ? severalPoints : onePoint(parts.length)}</p>
      <div className={styles.parts}>
        {parts.map((part) => (
          <VersionPart
            key={part.join(' ')}
            current={pick(current, part)}
            other={pick(conflict.lost, part)}
            choice={
              parts.length > 1
                ? {
                    isOther: part.every((field) => taken.includes(field)),
                    onChoose: (is) => choose(part, is),
                  }
                : undefined
            }
          />
        ))}
      </div>
      <Row>
        {taken.length > 0 ? (
          <>
            <Button variant="primary" onClick={() => void takeLost(db, conflict.id, undefined, taken)}>
              Enregistrer ce choix
            </Button>
            <Button variant="quiet" onClick={() => setTaken([])}>
              Annuler
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void keepCurrent(db, conflict.id)}>Garder la version actuelle</Button>
            {parts.length > 0 && (
              <Button onClick={() => void takeLost(db, conflict.id)}>Reprendre l’autre</Button>
            )}
          </>
        )}
      </Row>
    </>
  )
}

const severalPoints = 'Gardez l’une des deux, ou choisissez point par point.'

function onePoint(count: number): string {
  return count === 1 ? 'Choisissez celle qui est juste.' : 'L’autre version ne dit plus rien de différent.'
}

/** What can be chosen: what this build can show, and what still says something else. */
function differingParts(conflict: LocalConflict, current: JsonObject): string[][] {
  return partsOf(conflict).filter(
    (part) =>
      fieldLines(pick(conflict.lost, part), new Map()).length > 0 &&
      part.some((field) => !sameJson(valueAt(current, field) ?? null, conflict.lost[field] ?? null)),
  )
}
