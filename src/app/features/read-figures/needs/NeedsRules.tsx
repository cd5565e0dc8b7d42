import { useState } from 'react'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { Prose } from '../../../ui/Prose.tsx'

/** What is shown, what is hidden, and of when it is. */
export function NeedsRules({ madeAt }: { madeAt: string | undefined }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p>
        Un nombre de moins de cinq personnes est masqué, et avec lui ce qui permettrait de le retrouver. Une
        réponse qui n’est pas dans une liste n’a été donnée par personne, ou est masquée.
      </p>
      <Disclosure summary="Comment c’est compté" open={isOpen} onToggle={setOpen}>
        <Prose>
          <p>
            Un accompagnement compte dans la commune où il a eu lieu. À distance, c’est la commune de la
            structure. Une personne reçue dans un atelier compte pour un accompagnement.
          </p>
          <p>
            Sous le département, seuls ces tableaux sont publiés, une fois par an et pour toute l’année.
            {madeAt !== undefined &&
              ` Ceux-ci ont été arrêtés le ${formatInstant(Date.parse(madeAt))} ${madeAt.slice(0, 4)}.`}{' '}
            Ils ne changent plus&nbsp;: ce qui est déposé ensuite n’y entre pas.
          </p>
          <p>
            La population est celle de l’Insee. Une intercommunalité sur plusieurs départements est comptée
            tout entière.
          </p>
        </Prose>
      </Disclosure>
    </>
  )
}
