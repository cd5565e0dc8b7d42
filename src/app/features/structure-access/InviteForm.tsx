import { useState, type FormEvent } from 'react'
import type { MemberRole } from '../../../domain/access/structure-access.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { roleChoices, roleHint } from './role-words.ts'
import type { ChangeAccess } from './StructureAccessPage.tsx'

/** Invites an address. What was typed stays until the invitation has left. */
export function InviteForm({ onChange }: { onChange: ChangeAccess }) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<MemberRole>('lecteur')
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const to = email.trim()
    if (!looksLikeAddress(to)) {
      setError('Indiquez une adresse électronique, comme nom@mairie.fr.')
      event.currentTarget.querySelector('input')?.focus()
      return
    }
    setError(undefined)
    const isSent = await onChange(
      { kind: 'invite', email: to, role },
      `L’invitation pour ${to} est enregistrée. Un message va lui être envoyé.`,
    )
    if (isSent) setEmail('')
  }
  return (
    <section aria-labelledby="inviter">
      <Stack>
        <h2 id="inviter">Inviter quelqu’un</h2>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack>
            <TextField
              label="Adresse électronique"
              hint="La personne reçoit un lien, valable sept jours et pour cette adresse seulement."
              type="email"
              autoComplete="off"
              maxLength={254}
              value={email}
              onChange={({ target }) => setEmail(target.value)}
              error={error}
            />
            <ChipRadioGroup
              label="Rôle"
              hint={roleHint}
              options={roleChoices}
              value={role}
              onChange={setRole}
            />
            <div>
              <Button type="submit" variant="primary">
                Envoyer l’invitation
              </Button>
            </div>
          </Stack>
        </form>
      </Stack>
    </section>
  )
}

/** Something on both sides of an @: the server judges the rest. */
function looksLikeAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}
