import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { ButtonContent, buttonTip, type ButtonLook } from './ButtonContent.tsx'

export type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'className' | 'children'>

/** Does what its words say. `type="button"` unless said otherwise: only the one that submits submits. */
export function Button({
  variant = 'secondary',
  icon,
  iconOnly,
  wide,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      className={styles.button}
      data-variant={variant}
      data-icon-only={iconOnly || undefined}
      data-wide={wide || undefined}
      title={buttonTip(iconOnly, children)}
      type={type}
      {...rest}
    >
      <ButtonContent {...{ icon, iconOnly, children }} />
    </button>
  )
}
