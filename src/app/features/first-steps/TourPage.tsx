import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { tourSteps } from './tour-steps.ts'

/** Five minutes around the app, to be left at any moment. */
export function TourPage() {
  const [at, setAt] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = tourSteps[at]
  const isLast = at === tourSteps.length - 1
  const go = (to: number) => {
    setAt(to)
    // The new step is read from its title on.
    requestAnimationFrame(() => heading.current?.focus())
  }
  if (!step) return null
  return (
    <Page
      title="Visite"
      lead={`Étape ${at + 1} sur ${tourSteps.length}`}
      back={{ href: addresses.home, label: 'Quitter la visite' }}
      isFocused
    >
      <Stack>
        <Icon name={step.icon} size="large" />
        <h2 ref={heading} tabIndex={-1}>
          {step.title}
        </h2>
        {step.words.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <Row>
          {isLast ? (
            <Link href={addresses.newReport} asChild>
              <ButtonLink variant="primary" icon="plus">
                Déposer un compte rendu
              </ButtonLink>
            </Link>
          ) : (
            <Button variant="primary" onClick={() => go(at + 1)}>
              Suivant
            </Button>
          )}
          {at > 0 && <Button onClick={() => go(at - 1)}>Précédent</Button>}
          {isLast ? (
            <Link href={addresses.practice} asChild>
              <ButtonLink>M’entraîner d’abord</ButtonLink>
            </Link>
          ) : (
            <Link href={addresses.home} asChild>
              <ButtonLink variant="quiet">Quitter la visite</ButtonLink>
            </Link>
          )}
        </Row>
      </Stack>
    </Page>
  )
}
