/** Read by those who don't file: what it is made of isn't named in what an advisor's first visit reads. */
export async function readOtherRolesPage() {
  return { default: (await import('./OtherRolesPage.tsx')).OtherRolesPage }
}
