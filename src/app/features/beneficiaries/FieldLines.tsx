import styles from './beneficiaries.module.css'

export interface Line {
  label: string
  text: string
}

/** What is held, field by field; one that says nothing is left out. */
export function FieldLines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className={styles.fields}>
      {lines
        .filter(({ text }) => text !== '')
        .map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
