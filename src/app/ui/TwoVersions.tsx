import { useId, useState, type ComponentType, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Row } from './Row.tsx'
import styles from './two-versions.module.css'

/** One point on which two versions differ; its fields go together. */
export interface VersionPart {
  readonly fields: readonly string[]
  readonly label: ReactNode
  readonly current: ReactNode
  readonly other: ReactNode
}

export interface TwoVersionsProps {
  parts: readonly VersionPart[]
  onKeep: () => void
  /** Takes the other version: all of it, or the fields of some parts. */
  onTake: (fields?: readonly string[]) => void
}

/** Two versions side by side: one tap keeps either, and where they differ in several points, each can be chosen. */
export function TwoVersions({ parts, onKeep, onTake }: TwoVersionsProps) {
  const [taken, setTaken] = useState<readonly string[]>([])
  const choose = (fields: readonly string[], isOther: boolean) => {
    const others = taken.filter((field) => !fields.includes(field))
    setTaken(isOther ? [...others, ...fields] : others)
  }
  return (
    <>
      <p>{parts.length > 1 ? severalPoints : onePoint(parts.length)}</p>
      <div className={styles.parts}>
        {parts.map((part) => (
          <Part
            key={part.fields.join(' ')}
            part={part}
            choice={
              parts.length > 1
                ? {
                    isOther: part.fields.every((field) => taken.includes(field)),
                    onChoose: (is) => choose(part.fields, is),
                  }
                : undefined
            }
          />
        ))}
      </div>
      <Row>
        {taken.length > 0 ? (
          <>
            <Button variant="primary" onClick={() => onTake(taken)}>
              Enregistrer ce choix
            </Button>
            <Button variant="quiet" onClick={() => setTaken([])}>
              Annuler
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onKeep}>Garder la version actuelle</Button>
            {parts.length > 0 && <Button onClick={() => onTake()}>Reprendre l’autre</Button>}
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

interface PartProps {
  part: VersionPart
  /** Absent where there is nothing else to choose: the buttons below choose for the whole. */
  choice: { isOther: boolean; onChoose: (isOther: boolean) => void } | undefined
}

/** One point, each version saying its own. */
function Part({ part: { label, current, other }, choice }: PartProps) {
  const name = useId()
  const sides = [
    { title: 'Actuelle', text: current, isOther: false },
    { title: 'Autre', text: other, isOther: true },
  ]
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{label}</legend>
      {sides.map(({ title, text, isOther }) =>
        choice ? (
          <label key={title} className={styles.side}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={choice.isOther === isOther}
              onChange={() => choice.onChoose(isOther)}
            />
            <Side title={title}>{text}</Side>
          </label>
        ) : (
          <div key={title} className={styles.side}>
            <Side title={title}>{text}</Side>
          </div>
        ),
      )}
    </fieldset>
  )
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <span className={styles.title}>{title}</span>
      {children}
    </>
  )
}

export interface VersionLine {
  readonly field: string
  readonly label: string
  /** Empty where nothing was said. */
  readonly text: string
}

export interface VersionSideProps<Line extends VersionLine> {
  lines: readonly Line[]
  Text: ComponentType<{ line: Line }>
}

/** The first field has its name above both sides; those that go with it say theirs where they say something. */
export function VersionSide<Line extends VersionLine>({ lines, Text }: VersionSideProps<Line>) {
  const [first, ...others] = lines
  return (
    <>
      {first && (
        <span className={styles.text}>
          <Text line={first} />
        </span>
      )}
      {others
        .filter(({ text }) => text !== '')
        .map((line) => (
          <span key={line.field} className={styles.text}>
            {line.label}&nbsp;: <Text line={line} />
          </span>
        ))}
    </>
  )
}
