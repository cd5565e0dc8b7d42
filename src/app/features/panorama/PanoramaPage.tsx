import { Link } from 'wouter'
import { themeWords } from '../../../domain/panorama/panorama.ts'
import { missionLabels, missionOfTheme, type Mission } from '../../../domain/report/missions.ts'
import { themeLabels, type Theme } from '../../../domain/report/themes.ts'
import { addresses } from '../../addresses.ts'
import { formOnThemeAddress } from '../../later-addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useEffect, useState } from 'react'

const missions: readonly Mission[] = [1, 2, 3]
// Object.keys forgets the literal types that the labels have.
const themes = Object.keys(themeLabels) as readonly Theme[]

/** The services of an advisor under the three missions: what each covers, and the way to file a report on it. */
export function PanoramaPage({ canFile }: { canFile: boolean }) {
  useEffect(() => {
    // The application's links don't go to a part of a page by themselves.
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView()
  }, [])
  return (
    <Page
      title="Panorama des services"
      lead="Ce que fait un conseiller ou une conseillère numérique, en trois missions."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        {missions.map((mission) => (
          <section key={mission} aria-labelledby={`mission-${mission}`}>
            <h2 id={`mission-${mission}`}>
              {mission}. {missionLabels[mission]}
            </h2>
            {themes
              .filter((theme) => missionOfTheme[theme] === mission)
              .map((theme) => (
                <ThemeEntry key={theme} theme={theme} canFile={canFile} />
              ))}
          </section>
        ))}
      </Stack>
    </Page>
  )
}

function ThemeEntry({ theme, canFile }: { theme: Theme; canFile: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const { covers, example } = themeWords[theme]
  return (
    <Disclosure summary={themeLabels[theme]} open={isOpen} onToggle={setOpen}>
      <Stack>
        <p>{covers}</p>
        <p>Par exemple&nbsp;: {example.charAt(0).toLowerCase() + example.slice(1)}</p>
        {canFile && (
          <p>
            <Link href={formOnThemeAddress(theme)} asChild>
              <ButtonLink icon="plus">
                <span>
                  Déposer un compte rendu <VisuallyHidden>sur&nbsp;: {themeLabels[theme]}</VisuallyHidden>
                </span>
              </ButtonLink>
            </Link>
          </p>
        )}
      </Stack>
    </Disclosure>
  )
}
