import { useState } from 'react'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import styles from './check-month.module.css'

/** What this list is and isn't, so that nobody takes it for a judgement; how it is found may wait. */
export function HowItIsFound({ canSettle }: { canSettle: boolean }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.how}>
      <p>
        Ces points ne disent pas qu’il y a une erreur&nbsp;: ils demandent un regard avant de se porter garant
        du mois. Chacun disparaît quand le compte rendu est corrigé par son auteur, ou quand une phrase
        l’explique. Il revient seulement si les faits changent.
        {!canSettle && ' Seule une personne responsable de la structure peut régler un point.'}
      </p>
      <Disclosure summary="Ce qui est comparé" open={isOpen} onToggle={setOpen}>
        <p>
          Chaque conseiller, chaque conseillère n’est comparé qu’à ses propres comptes rendus. Les notes non
          partagées et les personnes accompagnées sont comparées par le serveur, et ne vous sont jamais
          montrées.
        </p>
      </Disclosure>
    </div>
  )
}
