import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { ButtonContent, buttonTip, type ButtonLook } from './ButtonContent.tsx'

export type ButtonLinkProps = ButtonLook & Omit<ComponentProps<'a'>, 'className' | 'children'>

/** Looks like a button, goes to a page: passes `href` and `onClick` on, so that a router's link can wrap it. */
export function ButtonLink({
  variant = 'secondary',
  icon,
  iconOnly,
  wide,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a
      className={styles.button}
      data-variant={variant}
      data-icon-only={iconOnly || undefined}
      data-wide={wide || undefined}
      title={buttonTip(iconOnly, children)}
      {...rest}
    >
      <ButtonContent {...{ icon, iconOnly, children }} />
    </a>
  )
}
