import { useId, type KeyboardEvent, type Ref } from 'react'
import { Field } from './Field.tsx'
import fieldStyles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'
import { Icon } from './Icon.tsx'
import styles from './Stepper.module.css'
import { parseNumber } from './format/number.ts'

export interface StepperProps extends Omit<FieldWords, 'label'> {
  label: string
  /** What was typed; empty for nothing said, which counts as the least. */
  value: string
  min: number
  max: number
  onChange: (value: string) => void
  name?: string
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
}

/** A whole number, one by one with the thumb or typed; its limits can't be crossed. */
export function Stepper({ label, hint, error, value, min, max, onChange, onBlur, ...rest }: StepperProps) {
  const id = useId()
  const count = parseNumber(value) ?? 0
  const move = (by: number) => onChange(String(within(Math.trunc(count) + by, min, max)))
  const settle = () => {
    const typed = parseNumber(value)
    if (typed !== null) onChange(String(within(Math.trunc(typed), min, max)))
    onBlur?.()
  }
  const moveByArrows = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    move(by)
  }
  return (
    <div className={styles.stepper}>
      <Field {...{ id, label, hint, error }}>
        {(ties) => (
          <div className={styles.control}>
            <Step
              icon="minus"
              label={`Un de moins\u00A0: ${label}`}
              disabled={count <= min}
              onStep={() => move(-1)}
            />
            <input
              className={`${fieldStyles['control']} ${styles['count']}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              placeholder="0"
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onBlur={settle}
              onKeyDown={moveByArrows}
              {...rest}
              {...ties}
            />
            <Step
              icon="plus"
              label={`Un de plus\u00A0: ${label}`}
              disabled={count >= max}
              onStep={() => move(1)}
            />
          </div>
        )}
      </Field>
    </div>
  )
}

const steps: Readonly<Partial<Record<string, number>>> = { ArrowUp: 1, ArrowDown: -1 }

interface StepProps {
  icon: 'minus' | 'plus'
  label: string
  disabled: boolean
  onStep: () => void
}

/** The arrows do the same in the field: the buttons are for the thumb, and stay out of the order of the keyboard. */
function Step({ icon, label, disabled, onStep }: StepProps) {
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      tabIndex={-1}
      disabled={disabled}
      onClick={onStep}
    >
      <Icon name={icon} />
    </button>
  )
}

function within(count: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, count))
}
