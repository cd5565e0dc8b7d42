export interface PublicPageProps {
  /** Where back goes: the sign-in page for those who are not signed in. */
  back: string
}
