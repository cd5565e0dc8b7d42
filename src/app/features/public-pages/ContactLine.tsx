/** A name, and the address to write to. */
export function ContactLine({ contact: { name, email } }: { contact: { name: string; email: string } }) {
  return (
    <p>
      {name}
      {/* A deployment may not have filled it in yet. */}
      {email.includes('@') && (
        <>
          <br />
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </p>
  )
}
