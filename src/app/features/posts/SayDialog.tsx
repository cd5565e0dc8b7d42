import { FormDialog, type FormDialogProps } from '../../ui/FormDialog.tsx'
import { NotSaid } from './NotSaid.tsx'
import type { Saying } from './use-saying.ts'

export interface SayDialogProps extends Omit<FormDialogProps, 'isSending'> {
  saying: Saying
}

/** A dialog in which something is said of a post: what is asked, and why the last try wasn't taken. */
export function SayDialog({ saying: { refused, isSending }, children, ...dialog }: SayDialogProps) {
  return (
    <FormDialog {...dialog} isSending={isSending}>
      {refused && <NotSaid problem={refused.problem} />}
      {children}
    </FormDialog>
  )
}
