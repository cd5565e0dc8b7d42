import styles from './field.module.css'
import { counted } from './format/number.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface CharacterCountProps {
  used: number
  limit: number
}

/** What is left to write: always shown, announced only near the end and by steps, so as not to talk over the typing. */
export function CharacterCount({ used, limit }: CharacterCountProps) {
  const left = limit - used
  return (
    <>
      <p className={styles.count} data-over={left < 0 || undefined}>
        {left < 0
          ? `${counted(-left, 'caractère', 'caractères')} de trop`
          : counted(left, 'caractère restant', 'caractères restants')}
      </p>
      <VisuallyHidden as="output">{announcementOf(left, limit)}</VisuallyHidden>
    </>
  )
}

const step = 20

function announcementOf(left: number, limit: number): string {
  if (left < 0) return 'Le texte est trop long.'
  if (left > limit / 10) return ''
  return `Il reste moins de ${counted(Math.floor(left / step) * step + step, 'caractère', 'caractères')}.`
}
