import { useId, type FormEvent, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Stack } from './Stack.tsx'

export interface FormDialogProps {
  title: string
  /** What the button says that it does. */
  action: string
  isDestructive?: boolean
  /** Nothing is sent twice meanwhile. */
  isSending?: boolean
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onClose: () => void
  children: ReactNode
}

/** A dialog in which one fills a form: its button sends it, as Enter does. */
export function FormDialog({
  title,
  action,
  isDestructive = false,
  isSending = false,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const form = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(event)
  }
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
      <form id={form} noValidate onSubmit={submit}>
        <Stack>{children}</Stack>
      </form>
    </Dialog>
  )
}
