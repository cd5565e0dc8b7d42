import { createTransport } from 'nodemailer'
import type { SendMail } from './postman.ts'

/** Sends by the post office that an address names: `smtps://user:password@host`, `smtp://host:587`. */
export function sendBySmtp({ url, from }: { url: string; from: string }): SendMail {
  const transport = createTransport(url)
  const host = new URL(`http://${from.split('@').at(-1)}`).hostname
  return async ({ id, to, subject, body }) => {
    await transport.sendMail({
      from: { name: 'Espace Coop', address: from },
      to,
      subject,
      text: body,
      // The same at each try: a mailbox that gets it twice shows it once.
      messageId: `<${id}@${host}>`,
    })
  }
}
