import { useState } from 'react'
import { Link } from 'wouter'
import type { OwnScope, SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { giveBackPlace, removePlace } from '../../data/change-place.ts'
import type { LocalPlace } from '../../data/places.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useCommuneNames } from './use-commune-names.ts'
import { usePlaces } from '../../data/react/use-places.ts'
import { useUsualChoices } from '../../data/react/use-usual-choices.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { mostUsedFirst } from './most-used-first.ts'
import { PlaceDialog } from './PlaceDialog.tsx'

/** The places where an advisor works: to add, to correct, to take off the lists; most used first. */
export function PlacesPage({ person: { scopes } }: { person: SignedInPerson }) {
  return (
    <Page title="Mes lieux" back={{ href: addresses.more }}>
      <Stack gap="section">
        {scopes.length === 0 && (
          <EmptyState icon="place" title="Vous ne déposez pas de compte rendu.">
            Les lieux d’activité sont ceux d’un conseiller.
          </EmptyState>
        )}
        {scopes.map((scope) => (
          <PlacesOf key={scope.scope} scope={scope} isOnly={scopes.length === 1} />
        ))}
        {scopes.length > 0 && (
          <section aria-labelledby="liste">
            <Stack>
              <h2 id="liste">Une liste de lieux</h2>
              <p>
                Un fichier CSV ou JSON au schéma national des lieux de médiation numérique se reprend ici,
                sans rien doubler.
              </p>
              <Row>
                <Link href={addresses.bringIn} asChild>
                  <ButtonLink>Reprendre un fichier</ButtonLink>
                </Link>
              </Row>
            </Stack>
          </section>
        )}
      </Stack>
    </Page>
  )
}

/** What the dialog is open on: a place, or a new one. */
type Open = LocalPlace | 'new'

function PlacesOf({ scope: { scope, structureName }, isOnly }: { scope: OwnScope; isOnly: boolean }) {
  const places = usePlaces(scope)
  const usual = useUsualChoices()
  const [open, setOpen] = useState<Open>()
  const sorted = mostUsedFirst(places ?? [], usual?.lieuIds ?? [])
  const title = isOnly ? 'Lieux d’activité' : structureName
  return (
    <section aria-labelledby={`lieux-${scope}`}>
      <Stack>
        <h2 id={`lieux-${scope}`}>{title}</h2>
        {places?.length === 0 && (
          <p>
            Aucun lieu pour le moment. Ajoutez ceux où vous recevez&nbsp;: ils seront proposés dans chaque
            compte rendu.
          </p>
        )}
        {sorted.length > 0 && <PlaceList places={sorted} labelledBy={`lieux-${scope}`} onEdit={setOpen} />}
        <Row>
          <Button icon="plus" onClick={() => setOpen('new')}>
            Ajouter un lieu
          </Button>
        </Row>
      </Stack>
      {open && (
        <PlaceDialog
          scope={scope}
          place={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

interface PlaceListProps {
  places: readonly LocalPlace[]
  labelledBy: string
  onEdit: (place: LocalPlace) => void
}

function PlaceList({ places, labelledBy, onEdit }: PlaceListProps) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const communes = useCommuneNames(places)
  const remove = async ({ id, name }: LocalPlace) => {
    await removePlace(db, id)
    sayDone({
      text: `« ${name} » n’est plus proposé. Vos comptes rendus le nomment toujours.`,
      actions: [{ label: 'Annuler', onAct: () => void giveBackPlace(db, id) }],
    })
  }
  return (
    <List labelledBy={labelledBy}>
      {places.map((place) => (
        <ListRow
          key={place.id}
          title={place.name}
          detail={[
            place.itinerant && 'Itinérant',
            place.address,
            communes.get(place.commune) ?? place.commune,
          ]
            .filter(Boolean)
            .join(' · ')}
          actions={
            <Row>
              <Button variant="quiet" icon="pencil" onClick={() => onEdit(place)}>
                <span>
                  Modifier <VisuallyHidden>{place.name}</VisuallyHidden>
                </span>
              </Button>
              <Button variant="quiet" icon="trash" onClick={() => void remove(place)}>
                <span>
                  Retirer <VisuallyHidden>{place.name}</VisuallyHidden>
                </span>
              </Button>
            </Row>
          }
        />
      ))}
    </List>
  )
}
