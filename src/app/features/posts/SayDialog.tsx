import { useId, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { NotSaid } from './NotSaid.tsx'
import type { Saying } from './use-saying.ts'

export interface SayDialogProps {
  title: string
  /** What the button says that it does. */
  action: string
  isDestructive?: boolean
  saying: Saying
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onClose: () => void
  children: ReactNode
}

/** A dialog in which something is said of a post: what is asked, and why the last try wasn't taken. */
export function SayDialog({
  title,
  action,
  isDestructive = false,
  saying: { refused, isSending },
  onSubmit,
  onClose,
  children,
}: SayDialogProps) {
  const form = useId()
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            type="submit"
            form={form}
            variant={isDestructive ? 'destructive' : 'primary'}
            disabled={isSending}
          >
            {action}
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(event)
        }}
      >
        <Stack>
          {refused && <NotSaid problem={refused.problem} />}
          {children}
        </Stack>
      </form>
    </Dialog>
  )
}
