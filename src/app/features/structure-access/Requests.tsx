import type { PendingRequest } from '../../../domain/access/structure-access.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { RowActions } from './RowActions.tsx'
import type { ChangeAccess } from './StructureAccessPage.tsx'

export interface RequestsProps {
  requests: readonly PendingRequest[]
  onChange: ChangeAccess
}

/** Those who work for the structure and ask for access. Accepted, they read; their role changes in the list of members. */
export function Requests({ requests, onChange }: RequestsProps) {
  return (
    <section aria-labelledby="demandes">
      <h2 id="demandes">Demandent l’accès</h2>
      <p>Leur employeur est bien votre structure. N’acceptez que les personnes que vous connaissez.</p>
      <List labelledBy="demandes">
        {requests.map(({ id, name, email, askedAt }) => (
          <ListRow
            key={id}
            icon="person"
            title={name}
            detail={`${email}. Demande du ${formatInstant(Date.parse(askedAt))}.`}
            actions={
              <RowActions>
                <Button
                  variant="primary"
                  onClick={() =>
                    void onChange(
                      { kind: 'answer', request: id, role: 'lecteur' },
                      `${name} a accès, en lecture.`,
                    )
                  }
                >
                  <span>
                    Accepter <VisuallyHidden>{name}</VisuallyHidden>
                  </span>
                </Button>
                <Button
                  onClick={() =>
                    void onChange(
                      { kind: 'answer', request: id, role: null },
                      `La demande de ${name} est refusée.`,
                    )
                  }
                >
                  <span>
                    Refuser <VisuallyHidden>la demande de {name}</VisuallyHidden>
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
