/** The app's own icon, beside its name or above it: it says nothing more than the name does. */
export function BrandMark({ size }: { size: number }) {
  return <img src="/icons/favicon.svg" alt="" width={size} height={size} data-print="hide" />
}
