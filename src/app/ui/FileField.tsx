import { Field } from './Field.tsx'
import styles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'

export type FileFieldProps = FieldWords & {
  /** Kinds of file, as the attribute says them. */
  accept: string
  /** Called with each file that is chosen, the same one again too. */
  onChoose: (file: File) => void
}

/** A file of the device. */
export function FileField({ accept, onChoose, ...words }: FileFieldProps) {
  return (
    <Field {...words}>
      {(ties) => (
        <input
          className={`${styles['control']} ${styles['file']}`}
          type="file"
          accept={accept}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) onChoose(file)
            target.value = ''
          }}
          {...ties}
        />
      )}
    </Field>
  )
}
