import { useLayoutEffect, useMemo, useRef, useState, type ComponentProps, type InputEvent } from 'react'
import { CharacterCount } from './CharacterCount.tsx'
import { Field } from './Field.tsx'
import styles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'
import { joinRefs } from './join-refs.ts'

export interface TextAreaProps
  extends FieldWords, Omit<ComponentProps<'textarea'>, 'className' | 'maxLength'> {
  /**
   * Characters allowed, counted as the domain's schemas count them. What exceeds is kept and said, not cut: the end of
   * a pasted text must not vanish unseen.
   */
  limit?: number
}

/** Several lines of text, with what is left to write. */
export function TextArea({ id, label, hint, error, need, limit, ref, onInput, ...rest }: TextAreaProps) {
  const element = useRef<HTMLTextAreaElement>(null)
  const joined = useMemo(() => joinRefs(element, ref), [ref])
  const [used, setUsed] = useState(0)
  // After every drawing: a form library sets the value on the element, unseen by React.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same length sets nothing, so it ends there
  useLayoutEffect(() => setUsed(element.current?.value.length ?? 0))
  const count = (event: InputEvent<HTMLTextAreaElement>) => {
    setUsed(event.currentTarget.value.length)
    onInput?.(event)
  }
  return (
    <Field {...{ id, label, hint, error, need }}>
      {(ties) => (
        <>
          <textarea
            className={`${styles['control']} ${styles['area']}`}
            {...rest}
            {...ties}
            ref={joined}
            onInput={count}
          />
          {limit !== undefined && <CharacterCount used={used} limit={limit} />}
        </>
      )}
    </Field>
  )
}
