import { useMemo, useState } from 'react'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import { heldTwice } from '../../../../domain/commitments/kit/held-twice.ts'
import { structureKit } from '../../../../domain/commitments/kit/structure-kit.ts'
import type { ScopeId } from '../../../../domain/ids.ts'
import { fetchStructureKit, type KitWithSizes } from '../../../data/kit.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { counted } from '../../../ui/format/number.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { StructureAnswerPage } from '../StructureAnswerPage.tsx'
import { KitDialog } from './KitDialog.tsx'
import type { OpenedKit } from './kit-opened.ts'
import { kitOfPerson } from './kit-person.ts'
import { loanTitle } from './kit-sentences.ts'
import { KitPersonSection } from './KitPersonSection.tsx'

/** Clothing and equipment of a structure's advisors: read by its members; who is *responsable* says what happens. */
export function StructureKitPage({ membership }: { membership: Membership }) {
  const { structureId, role } = membership
  const orders = role === 'responsable'
  const question = useMemo(() => ({ structure: structureId, orders }), [structureId, orders])
  return (
    <StructureAnswerPage
      title="Tenue et équipement"
      membership={membership}
      question={question}
      fetch={fetchStructureKit}
    >
      {(answer, reload) => <Shown {...{ membership, answer }} onChanged={reload} />}
    </StructureAnswerPage>
  )
}

interface ShownProps {
  membership: Membership
  answer: KitWithSizes
  onChanged: () => void
}

function Shown({ membership: { structureId, role }, answer, onChanged }: ShownProps) {
  const today = useToday()
  const sayDone = useSayDone()
  const [opened, setOpened] = useState<OpenedKit>()
  const kit = useMemo(() => structureKit(answer.said.map(({ fact }) => fact)), [answer])
  const onOpen = role === 'responsable' ? setOpened : undefined
  const rows = answer.people
    .map((person) => ({ person, own: kitOfPerson(person, { kit, sizes: answer.sizes ?? [], today }) }))
    .filter(({ own }) => own.isThere || own.held.length > 0 || own.backToConfirm.length > 0)
  const lacking = rows.filter(
    ({ person, own }) =>
      own.missing.length > 0 || (person.role === 'advisor' && own.isThere && own.clothing.missingSince),
  )
  const twice = heldTwice(kit, today)
  const nameOf = (scope: ScopeId) => answer.people.find((person) => person.scope === scope)?.name ?? ''
  const kept = rows.filter(({ own }) => !own.isThere && own.held.length > 0)
  return (
    <>
      {rows.length === 0 && (
        <EmptyState icon="people" title="Personne n’est en poste.">
          Les contrats se notent dans «&nbsp;Postes&nbsp;». Vous noterez ici ce qui est remis à chaque
          personne.
        </EmptyState>
      )}
      {kept.length > 0 && (
        <Notice
          tone="warn"
          announce="never"
          title={`${counted(kept.length, 'personne partie a', 'personnes parties ont')} encore du matériel.`}
        >
          {kept.map(({ person }) => person.name).join(', ')}.
        </Notice>
      )}
      {twice.length > 0 && (
        <Notice tone="warn" announce="never" title="Un matériel est noté chez deux personnes.">
          {twice.map((loan) => `${loanTitle(loan)}, ${nameOf(loan.scope)}`).join('\u00A0; ')}. Voyez avec
          elles qui l’a, et notez le retour de l’autre.
        </Notice>
      )}
      {rows.length > 0 && (
        <p>
          {lacking.length === 0
            ? 'Il ne manque rien à personne.'
            : `Il manque quelque chose à ${counted(lacking.length, 'personne', 'personnes')} sur ${rows.length}.`}{' '}
          {role === 'responsable'
            ? 'Chaque personne confirme ce qu’elle reçoit et rend. Les tailles ne sont vues que d’elle et de vous.'
            : 'Une personne responsable note ce qui est demandé, remis et rendu.'}
        </p>
      )}
      {rows.map(({ person, own }) => (
        <KitPersonSection
          key={person.scope}
          {...{ structureId, person, own, kit, today, onOpen }}
          said={answer.said}
        />
      ))}
      {opened && (
        <KitDialog
          key={`${opened.kind} ${opened.person.scope}`}
          {...{ opened, structureId, today }}
          people={answer.people}
          onDone={(words) => {
            setOpened(undefined)
            sayDone({ text: words })
            onChanged()
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
