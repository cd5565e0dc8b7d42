import { rememberError } from '../../../data/last-errors.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { CodeOfLink } from './CodeOfLink.tsx'
import { CopyAddress } from './CopyAddress.tsx'

export interface AddressOfLinkProps {
  url: string
  title: string
}

/** The address of a link, to be copied, handed to another app, or looked at. */
export function AddressOfLink({ url, title }: AddressOfLinkProps) {
  // Closing the sheet of the device without choosing is no error.
  const share = () => void navigator.share({ title, url }).catch(rememberError)
  return (
    <Stack gap="close">
      <TextField label="Adresse à donner" value={url} readOnly onFocus={({ target }) => target.select()} />
      <Row>
        <CopyAddress url={url} variant="primary" />
        <CodeOfLink url={url} title={title} />
        {canShare() && <Button onClick={share}>Partager</Button>}
        <ButtonLink icon="external" href={url} target="_blank" rel="noopener">
          Voir la page
        </ButtonLink>
      </Row>
    </Stack>
  )
}

/** TypeScript believes that every browser has a share sheet; most computers don't. */
function canShare(): boolean {
  return 'share' in navigator
}
