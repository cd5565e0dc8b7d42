import { Link } from 'wouter'
import type { Filling } from '../../../../domain/commitments/post-life.ts'
import { departureReasonLabels } from '../../../../domain/commitments/post-words.ts'
import { departureAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { comingWords } from '../days-words.ts'
import type { PostSectionProps } from './PostSection.tsx'
import { ofPerson } from '../of-person.ts'
import { termsWords } from './contract-words.ts'
import { nameOf } from './read-post.ts'

/** Who works and worked on a post, the last one first, and the ends that are near. */
export function Contracts(props: PostSectionProps) {
  const { post, structureId, answer, today, onOpen } = props
  const fillings = post.life.fillings.filter((one) => one.structure === structureId).toReversed()
  if (fillings.length === 0) return null
  return (
    <div>
      <Stack>
        <h3 id={`contracts-${post.id}`}>Contrats</h3>
        {post.comingEnds.map(({ what, ends, scope, withinMonths }) => (
          <Notice
            key={`${what} ${ends}`}
            tone={withinMonths <= 3 ? 'warn' : 'info'}
            announce="never"
            title={
              what === 'contract'
                ? `Le contrat ${scope ? ofPerson(nameOf(scope, answer)) : 'en cours'} se termine le ${formatDayInFigures(ends)}, ${comingWords(ends, today)}.`
                : `La convention se termine le ${formatDayInFigures(ends)}, ${comingWords(ends, today)}.`
            }
          >
            {what === 'convention'
              ? 'Pour la suite, voyez avec la préfecture.'
              : post.life.departures.some((one) => one.scope === scope && one.day === ends)
                ? 'Son départ est enregistré.'
                : 'Un renouvellement s’enregistre comme un contrat, à la suite de celui-ci.'}
          </Notice>
        ))}
        <List labelledBy={`contracts-${post.id}`}>
          {fillings.map((filling) => (
            <ListRow
              key={filling.contract.id}
              icon="person"
              title={nameOf(filling.scope, answer)}
              detail={<ContractWords filling={filling} post={post} />}
              actions={
                onOpen && (
                  <Row>
                    {(filling.until === null || filling.until >= today) && (
                      <Link href={departureAddress(structureId, filling.scope)} asChild>
                        <ButtonLink>
                          <span>
                            Départ <VisuallyHidden>{ofPerson(nameOf(filling.scope, answer))}</VisuallyHidden>
                          </span>
                        </ButtonLink>
                      </Link>
                    )}
                    <Button
                      variant="quiet"
                      onClick={() => onOpen({ kind: 'contract', post, corrected: filling.contract })}
                    >
                      <span>
                        Corriger{' '}
                        <VisuallyHidden>
                          le contrat {ofPerson(nameOf(filling.scope, answer))} du{' '}
                          {formatDayInFigures(filling.from)}
                        </VisuallyHidden>
                      </span>
                    </Button>
                  </Row>
                )
              }
            />
          ))}
        </List>
      </Stack>
    </div>
  )
}

function ContractWords({ filling, post }: { filling: Filling; post: PostSectionProps['post'] }) {
  const { until, contract, scope } = filling
  const departure = post.life.departures.find((one) => one.scope === scope && one.day === until)
  return (
    <>
      {termsWords(contract, filling)}
      {departure && (
        <>
          <br />
          Départ&nbsp;: {departureReasonLabels[departure.reason].toLowerCase()}
        </>
      )}
    </>
  )
}
