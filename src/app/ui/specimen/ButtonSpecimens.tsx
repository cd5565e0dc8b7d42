import { Button } from '../Button.tsx'
import { ButtonLink } from '../ButtonLink.tsx'
import { Icon } from '../Icon.tsx'
import { iconPaths, type IconName } from '../icon-paths.ts'
import { Row } from '../Row.tsx'
import { SpecimenSection } from './SpecimenSection.tsx'
import styles from './specimen.module.css'

// The keys of a constant object are its own names.
const iconNames = Object.keys(iconPaths) as IconName[]

export function ButtonSpecimens() {
  return (
    <>
      <SpecimenSection id="boutons" title="Boutons">
        <Row>
          <Button variant="primary" icon="plus">
            Compte rendu
          </Button>
          <Button>Personne suivante</Button>
          <Button variant="quiet" icon="repeat">
            Refaire
          </Button>
          <Button variant="destructive" icon="trash">
            Supprimer ce compte rendu
          </Button>
        </Row>
        <Row>
          <Button variant="primary" disabled>
            Enregistrer
          </Button>
          <Button variant="quiet" icon="filter" iconOnly>
            Filtrer
          </Button>
          <Button icon="search" iconOnly>
            Rechercher
          </Button>
          <ButtonLink href="#boutons" icon="external">
            Ouvrir l’aide
          </ButtonLink>
        </Row>
        <Button variant="primary" wide>
          Envoyer l’autorisation d’accompagnement aux démarches administratives interprofessionnelles
        </Button>
      </SpecimenSection>
      <SpecimenSection id="icones" title="Icônes">
        <div className={styles.icons}>
          {iconNames.map((name) => (
            <span key={name}>
              <Icon name={name} />
              <small>{name}</small>
            </span>
          ))}
        </div>
      </SpecimenSection>
    </>
  )
}
