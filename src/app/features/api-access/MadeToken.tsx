import { useState } from 'react'
import type { MadeApiToken } from '../../../domain/open-data/api-token.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface MadeTokenProps {
  made: MadeApiToken
  onDone: () => void
}

/** The only time that a token is shown. */
export function MadeToken({ made: { secret, token }, onDone }: MadeTokenProps) {
  const [copied, setCopied] = useState<'copied' | 'refused'>()
  const copy = () => {
    navigator.clipboard.writeText(secret).then(
      () => setCopied('copied'),
      // The browser may refuse: the text is there to be selected.
      () => setCopied('refused'),
    )
  }
  return (
    <Notice
      tone="good"
      title={`Le jeton «\u00A0${token.name}\u00A0» est créé.`}
      actions={
        <>
          <Button variant="primary" onClick={copy}>
            Copier le jeton
          </Button>
          <Button onClick={onDone}>C’est fait, le masquer</Button>
        </>
      }
    >
      <Stack gap="close">
        <p>
          Copiez-le maintenant et donnez-le par un moyen sûr&nbsp;: il ne sera plus jamais affiché. Perdu, il
          se révoque et se remplace.
        </p>
        <TextField label="Jeton" value={secret} readOnly onFocus={({ target }) => target.select()} />
        <output>
          {copied === 'copied' && 'Copié.'}
          {copied === 'refused' &&
            'La copie est refusée par le navigateur\u00A0: sélectionnez le texte et copiez-le.'}
        </output>
      </Stack>
    </Notice>
  )
}
