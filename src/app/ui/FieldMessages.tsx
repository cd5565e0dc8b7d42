import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './field.module.css'

/** Whether a field must be filled, said in words beside its name. Say it of the few, not of the many. */
export type Need = 'required' | 'optional'

/** What is written around a field. */
export interface FieldWords {
  label: ReactNode
  /** What to know before answering. */
  hint?: ReactNode
  /** What is wrong and what to do. Its presence makes the field invalid. */
  error?: string | undefined
  need?: Need | undefined
  /** The name beside the control rather than above it, where there is room: for short names of short answers. */
  beside?: boolean | undefined
}

const needWords: Record<Need, string> = { required: 'obligatoire', optional: 'facultatif' }

/** The name of a field, and whether it must be filled. */
export function FieldName({ label, need }: Pick<FieldWords, 'label' | 'need'>) {
  return (
    <>
      {label}
      {need && ' '}
      {need && <span className={styles.need}>({needWords[need]})</span>}
    </>
  )
}

/** The hint and the error, before the control: a phone's keyboard hides what comes after. */
export function FieldMessages({ id, hint, error }: { id: string } & Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p className={styles.hint} id={hintId(id)}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={errorId(id)}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}

/** Ids of the messages that are shown, the error first: it is read first. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldWords, 'hint' | 'error'>,
): string | undefined {
  return [error && errorId(id), hint && hintId(id)].filter(Boolean).join(' ') || undefined
}

function hintId(id: string): string {
  return `${id}-hint`
}

function errorId(id: string): string {
  return `${id}-error`
}
