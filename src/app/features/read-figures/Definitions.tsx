import { useState } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { definitions } from './definitions.ts'

export interface DefinitionsProps {
  /** Who counts: this device what is on it, the server what several people sent. */
  countedBy?: 'device' | 'server'
}

/** How each total is counted: the same rules wherever figures are shown. */
export function Definitions({ countedBy = 'device' }: DefinitionsProps) {
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
        {countedBy === 'device' ? (
          <p>
            Tout est calculé sur cet appareil, à partir des comptes rendus qui s’y trouvent, qu’ils soient
            envoyés ou non. La date est toujours celle de l’activité.
          </p>
        ) : (
          <p>
            Tout est calculé par le serveur, à partir des comptes rendus envoyés. La date est toujours celle
            de l’activité. Les totaux de plusieurs conseillers et conseillères s’ajoutent&nbsp;: une personne
            suivie par deux d’entre eux compte deux fois.
          </p>
        )}
      </Prose>
    </Disclosure>
  )
}
