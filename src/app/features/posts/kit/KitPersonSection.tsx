import { Link } from 'wouter'
import type { KitPerson, SaidKitFact } from '../../../../domain/access/kit-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { equipmentLabels } from '../../../../domain/commitments/kit/kit-words.ts'
import type { Kit } from '../../../../domain/commitments/kit/structure-kit.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { handOverSheetAddress } from '../../../later-addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { counted } from '../../../ui/format/number.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { ofPerson } from '../of-person.ts'
import styles from '../posts.module.css'
import { StatusWord } from '../StatusWord.tsx'
import { ClothingRow } from './ClothingRow.tsx'
import { KitHistory } from './KitHistory.tsx'
import type { OpenKit } from './kit-opened.ts'
import type { KitOfPerson } from './kit-person.ts'
import { missingWords } from './kit-sentences.ts'
import { LoanRow } from './LoanRow.tsx'

export interface KitPersonSectionProps {
  structureId: StructureId
  person: KitPerson
  own: KitOfPerson
  kit: Kit
  said: readonly SaidKitFact[]
  today: CalendarDay
  onOpen: OpenKit
}

/** One person: clothing, what they have, what is missing, and all that was said of it. */
export function KitPersonSection(props: KitPersonSectionProps) {
  const { structureId, person, own, kit, today, onOpen } = props
  const loose = kit.loose.filter(({ scope }) => scope === person.scope).length
  const { held, backToConfirm, missing, isThere } = own
  const things = [...held, ...backToConfirm]
  const id = `equipement-${person.scope}`
  return (
    <section aria-labelledby={id}>
      <Stack>
        <div className={styles.head}>
          <h2 id={id}>{person.name}</h2>
          <Summary own={own} />
        </div>
        <List labelledBy={id}>
          {person.role === 'advisor' && <ClothingRow {...{ person, own, today, onOpen }} />}
          {things.map((loan) => (
            <LoanRow key={loan.handed.id} {...{ person, own, loan, today, onOpen }} />
          ))}
          {missing.map(({ equipment, since }) => (
            <ListRow
              key={equipment}
              icon="warning"
              title={equipmentLabels[equipment]}
              state={<StatusWord tone="warn">{missingWords(since, today)}</StatusWord>}
              actions={
                onOpen && (
                  <Button onClick={() => onOpen({ kind: 'handed', person, own, equipment })}>
                    <span>
                      Remettre{' '}
                      <VisuallyHidden>
                        un {equipmentLabels[equipment].toLowerCase()} à {person.name}
                      </VisuallyHidden>
                    </span>
                  </Button>
                )
              }
            />
          ))}
        </List>
        <div data-print="hide">
          <Row>
            {onOpen && isThere && (
              <Button
                icon="plus"
                onClick={() => onOpen({ kind: 'handed', person, own, equipment: undefined })}
              >
                <span>
                  Remettre un matériel <VisuallyHidden>à {person.name}</VisuallyHidden>
                </span>
              </Button>
            )}
            {things.length > 0 && (
              <Link href={handOverSheetAddress(structureId, person.scope)} asChild>
                <ButtonLink icon="print">
                  <span>
                    Fiche de remise <VisuallyHidden>{ofPerson(person.name)}</VisuallyHidden>
                  </span>
                </ButtonLink>
              </Link>
            )}
          </Row>
        </div>
        {loose > 0 && (
          <p>
            {counted(loose, 'confirmation ne correspond', 'confirmations ne correspondent')} à rien de
            noté&nbsp;: l’historique dit laquelle.
          </p>
        )}
        <KitHistory {...props} />
      </Stack>
    </section>
  )
}

function Summary({ own: { isThere, held, missing, clothing, backToConfirm } }: { own: KitOfPerson }) {
  if (!isThere) return <StatusWord tone={held.length > 0 ? 'bad' : 'soft'}>Contrat terminé</StatusWord>
  const lacks = missing.length + (clothing.missingSince === undefined ? 0 : 1)
  if (lacks > 0) return <StatusWord tone="warn">Il manque quelque chose</StatusWord>
  return backToConfirm.length > 0 ? (
    <StatusWord tone="warn">Retour à confirmer</StatusWord>
  ) : (
    <StatusWord tone="good">Complet</StatusWord>
  )
}
