import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import type { ButtonLook } from '../../../ui/ButtonContent.tsx'
import { Status } from '../../../ui/Status.tsx'

export interface CopyAddressProps {
  url: string
  variant?: NonNullable<ButtonLook['variant']>
}

/** Copies the address of a link in one tap. */
export function CopyAddress({ url, variant = 'secondary' }: CopyAddressProps) {
  const [outcome, setOutcome] = useState<string>()
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    setOutcome('Adresse copiée.')
  }
  const refuse = () => setOutcome('Ce navigateur ne permet pas de copier ici.')
  return (
    <>
      <Button variant={variant} icon="two-sheets" onClick={() => void copy().catch(refuse)}>
        Copier l’adresse
      </Button>
      <Status>{outcome}</Status>
    </>
  )
}
