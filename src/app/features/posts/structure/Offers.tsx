import type { StructureOffer } from '../../../../domain/access/structure-posts.ts'
import type { Offering } from '../../../../domain/commitments/post-life.ts'
import { sendOfferAgain } from '../../../data/contract-offers.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { NotSaid } from '../NotSaid.tsx'
import { ofPerson } from '../of-person.ts'
import { useSaying } from '../use-saying.ts'
import { termsWords } from './contract-words.ts'
import type { PostSectionProps } from './PostSection.tsx'
import { nameOfOffer } from './read-post.ts'

/** Contracts that are signed, and whose person hasn't accepted yet: named as the structure itself named them. */
export function Offers(props: PostSectionProps) {
  const { post, structureId } = props
  const offerings = post.life.offerings.filter((one) => one.structure === structureId)
  if (offerings.length === 0) return null
  return (
    <div>
      <h3 id={`offers-${post.id}`}>En attente d’acceptation</h3>
      <List labelledBy={`offers-${post.id}`}>
        {offerings.map((offering) => (
          <OfferRow key={offering.offered.id} {...props} offering={offering} />
        ))}
      </List>
    </div>
  )
}

function OfferRow({
  post,
  answer,
  structureId,
  onOpen,
  onDone,
  offering,
}: PostSectionProps & { offering: Offering }) {
  const { offered } = offering
  const offer = answer.offers.find(({ id }) => id === offered.offer)
  const name = nameOfOffer(offered.offer, answer)
  const saying = useSaying(() => onDone('Invitation renvoyée. Le lien précédent n’ouvre plus rien.'))
  const again = () =>
    void saying.say({ again: offered.id }, () =>
      sendOfferAgain({ structure: structureId, post: post.id, offer: offered.offer }),
    )
  return (
    <ListRow
      icon="clock"
      title={name}
      detail={
        <>
          {termsWords(offered, offering)}
          <br />
          Contrat signé, {offer && `invitation envoyée le ${formatInstant(Date.parse(offer.sentAt))}, `}pas
          encore acceptée. {offer && linkWords(offer)}
          {saying.refused && <NotSaid problem={saying.refused.problem} />}
        </>
      }
      actions={
        onOpen && (
          <Row>
            {offer && (
              <Button onClick={again} disabled={saying.isSending}>
                <span>
                  Renvoyer <VisuallyHidden>l’invitation {ofPerson(name)}</VisuallyHidden>
                </span>
              </Button>
            )}
            <Button variant="quiet" onClick={() => onOpen({ kind: 'contract', post, corrected: offered })}>
              <span>
                Corriger{' '}
                <VisuallyHidden>
                  le contrat {ofPerson(name)} du {formatDayInFigures(offered.day)}
                </VisuallyHidden>
              </span>
            </Button>
            <Button variant="quiet" onClick={() => onOpen({ kind: 'withdraw', post, fact: offered })}>
              <span>
                Retirer <VisuallyHidden>le contrat {ofPerson(name)}</VisuallyHidden>
              </span>
            </Button>
          </Row>
        )
      }
    />
  )
}

function linkWords({ expiresAt }: StructureOffer): string {
  const end = Date.parse(expiresAt)
  return end <= Date.now()
    ? 'Le lien n’est plus valable\u00A0: renvoyez-la.'
    : `Lien valable jusqu’au ${formatInstant(end)}.`
}
