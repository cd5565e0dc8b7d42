import { useState } from 'react'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { SwitchRow } from '../../ui/SwitchRow.tsx'
import { shortcutChoice } from '../../ui/shortcut-choice.ts'
import { chooseTheme, chosenTheme, type ThemeChoice } from '../../ui/theme-choice.ts'
import { useRemembered } from '../../ui/use-remembered.ts'

export function Appearance() {
  const [theme, setTheme] = useState(chosenTheme)
  const [hasShortcuts, setShortcuts] = useRemembered(shortcutChoice, true)
  const choose = (choice: ThemeChoice) => {
    chooseTheme(choice)
    setTheme(choice)
  }
  return (
    <>
      <ChipRadioGroup label="Couleurs" options={themes} value={theme} onChange={choose} />
      <SwitchRow
        label="Raccourcis du clavier"
        hint="Une touche suffit, sans Ctrl ni Alt&nbsp;: ? en donne la liste."
        checked={hasShortcuts}
        onChange={(event) => setShortcuts(event.target.checked)}
      />
    </>
  )
}

const themes = [
  { value: 'system', label: 'Comme l’appareil' },
  { value: 'light', label: 'Claires' },
  { value: 'dark', label: 'Sombres' },
] as const
