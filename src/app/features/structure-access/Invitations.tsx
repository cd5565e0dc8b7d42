import type { PendingInvitation } from '../../../domain/access/structure-access.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { RowActions } from './RowActions.tsx'
import { roleWords } from './role-words.ts'
import type { ChangeAccess } from './StructureAccessPage.tsx'

export interface InvitationsProps {
  invitations: readonly PendingInvitation[]
  onChange: ChangeAccess
}

/** Invitations that nobody has answered. */
export function Invitations({ invitations, onChange }: InvitationsProps) {
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">Invitations sans réponse</h2>
      <List labelledBy="invitations">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <ListRow
            key={id}
            icon="clock"
            title={email}
            detail={`${roleWords[role]}. ${endInWords(expiresAt)}`}
            actions={
              <RowActions>
                <Button
                  onClick={() =>
                    void onChange(
                      { kind: 'withdraw', invitation: id },
                      `L’invitation pour ${email} est retirée\u00A0: son lien n’ouvre plus rien.`,
                    )
                  }
                >
                  <span>
                    Retirer l’invitation <VisuallyHidden>pour {email}</VisuallyHidden>
                  </span>
                </Button>
              </RowActions>
            }
          />
        ))}
      </List>
    </section>
  )
}

function endInWords(expiresAt: string): string {
  const end = Date.parse(expiresAt)
  return end <= Date.now() ? 'N’est plus valable.' : `Valable jusqu’au ${formatInstant(end)}.`
}
