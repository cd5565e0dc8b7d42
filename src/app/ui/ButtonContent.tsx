import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** What a button is for the page: one `primary` at most on a screen. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'destructive'

export interface ButtonLook {
  variant?: ButtonVariant
  icon?: IconName | undefined
  /** Shows the icon only; the words stay for those who listen, and as a tip. */
  iconOnly?: boolean | undefined
  /** As wide as what holds it: the main action on a phone. */
  wide?: boolean
  children: ReactNode
}

/** What is inside a button or a link that looks like one. */
export function ButtonContent({
  icon,
  iconOnly,
  children,
}: Pick<ButtonLook, 'icon' | 'iconOnly' | 'children'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {iconOnly ? <VisuallyHidden>{children}</VisuallyHidden> : children}
    </>
  )
}

/** The tip of a button reduced to its icon. */
export function buttonTip(iconOnly: boolean | undefined, children: ReactNode): string | undefined {
  return iconOnly && typeof children === 'string' ? children : undefined
}
