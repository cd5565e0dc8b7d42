import { errorCatalogue, type ErrorCode } from '../../../domain/errors.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why the last sign-in didn't succeed, and what to do. */
export function SignInRefused({ code }: { code: string }) {
  const { title, next } = errorCatalogue[isKnown(code) ? code : 'sign-in-failed']
  return (
    <Notice tone="bad" title={title} announce="never">
      {next}
    </Notice>
  )
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}
