/** A name, and the address to write to. */
export function ContactLine({ contact: { name, email } }: { contact: { name: string; email: string } }) {
  return (
    <p>
      {name}
      <br />
      <a href={`mailto:${email}`}>{email}</a>
    </p>
  )
}
