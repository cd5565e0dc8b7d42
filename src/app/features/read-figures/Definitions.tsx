import { useState } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { definitions } from './definitions.ts'

/** How each total is counted: the same rules wherever figures are shown. */
export function Definitions() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure summary="Comment c’est compté" open={isOpen} onToggle={setOpen}>
      <Prose>
        <dl>
          {definitions.map(({ name, rule }) => (
            <div key={name}>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd>{rule}</dd>
            </div>
          ))}
        </dl>
        <p>
          Tout est calculé sur cet appareil, à partir des comptes rendus qui s’y trouvent, qu’ils soient
          envoyés ou non. La date est toujours celle de l’activité.
        </p>
      </Prose>
    </Disclosure>
  )
}
