import { useState } from 'react'
import type { OwnLink } from '../../../../domain/access/public-link.ts'
import { closeLink } from '../../../data/public-links.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import { counted } from '../../../ui/format/number.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { periodTitle } from '../period-words.ts'
import { CodeOfLink } from './CodeOfLink.tsx'
import { CopyAddress } from './CopyAddress.tsx'
import type { OwnLinksView } from './use-own-links.ts'

export interface OwnLinksProps {
  view: OwnLinksView | null | undefined
  onChanged: () => void
}

/** The links that were made: until when, how often opened, and the way to close each. */
export function OwnLinks({ view, onChanged }: OwnLinksProps) {
  const [asked, setAsked] = useState<OwnLink>()
  const [isRefused, setRefused] = useState(false)
  const close = async ({ id }: OwnLink) => {
    setAsked(undefined)
    setRefused(!(await closeLink(id)))
    onChanged()
  }
  return (
    <section aria-labelledby="vos-liens">
      <Stack>
        <h2 id="vos-liens">Vos liens</h2>
        {view === undefined && <Loading>Lecture de vos liens…</Loading>}
        {view === null && <p>Vos liens se lisent avec du réseau.</p>}
        {view?.links.length === 0 && <p>Vous n’avez encore publié aucun bilan.</p>}
        {isRefused && (
          <Notice tone="bad" title="Le lien n’a pas été fermé.">
            Vérifiez le réseau, puis réessayez.
          </Notice>
        )}
        {view && view.links.length > 0 && (
          <List labelledBy="vos-liens">
            {view.links.map((link) => (
              <ListRow
                key={link.id}
                title={link.title}
                detail={detailOf(link, view.urls.has(link.id))}
                actions={
                  <LinkActions link={link} url={view.urls.get(link.id)} onClose={() => setAsked(link)} />
                }
              />
            ))}
          </List>
        )}
        {asked && (
          <Dialog
            open
            title="Fermer ce lien ?"
            onClose={() => setAsked(undefined)}
            actions={
              <>
                <Button variant="destructive" onClick={() => void close(asked)}>
                  Fermer le lien
                </Button>
                <Button onClick={() => setAsked(undefined)}>Annuler</Button>
              </>
            }
          >
            <p>
              Il cesse tout de suite de s’ouvrir, et ne se rouvre pas. Ce qui a déjà été lu ou imprimé reste
              chez qui l’a.
            </p>
          </Dialog>
        )}
      </Stack>
    </section>
  )
}

interface LinkActionsProps {
  link: OwnLink
  url: string | undefined
  onClose: () => void
}

function LinkActions({ link: { state, title }, url, onClose }: LinkActionsProps) {
  if (state === 'closed' || state === 'ended') return null
  return (
    <Row>
      {state === 'open' && url !== undefined && (
        <>
          <CopyAddress url={url} />
          <CodeOfLink url={url} title={title} />
        </>
      )}
      <Button variant="destructive" onClick={onClose}>
        Fermer ce lien
      </Button>
    </Row>
  )
}

function detailOf(link: OwnLink, isAddressHere: boolean): string {
  return [
    `${periodTitle(link.period)}.`,
    stateInWords(link),
    openedInWords(link),
    ...(link.isMine ? [] : ['Publié par une autre personne de la structure.']),
    ...(link.state === 'open' && !isAddressHere
      ? ['Son adresse n’est gardée que sur l’appareil où il a été fait.']
      : []),
  ].join(' ')
}

function stateInWords({ state, endsOn }: OwnLink): string {
  switch (state) {
    case 'open':
      return `Ouvert jusqu’au ${formatDayWithYear(endsOn)}.`
    case 'closed':
      return 'Fermé.'
    case 'ended':
      return `Terminé le ${formatDayWithYear(endsOn)}.`
    case 'suspended':
      return 'Ne s’ouvre plus\u00A0: la personne qui l’a publié n’a plus de contrat, ou ne répond plus de la structure.'
  }
}

function openedInWords({ opened }: OwnLink): string {
  return opened === 0 ? 'Pas encore ouvert.' : `Ouvert ${counted(opened, 'fois', 'fois')}.`
}
