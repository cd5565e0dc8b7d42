import { createTransport } from 'nodemailer'
import type { SendMail } from './postman.ts'

/** Sends by the post office that an address names: `smtps://user:password@host`, `smtp://host:587`. */
export function sendBySmtp({ url, from }: { url: string; from: string }): SendMail {
  const transport = createTransport(url)
  const host = new URL(`http://${from.split('@').at(-1)}`).hostname
  return async ({ id, to, subject, body, stopUrl }) => {
    await transport.sendMail({
      from: { name: 'Espace Coop', address: from },
      to,
      subject,
      text: body,
      // The same at each try: a mailbox that gets it twice shows it once.
      messageId: `<${id}@${host}>`,
      ...(stopUrl !== undefined && { headers: stopHeaders(stopUrl) }),
    })
  }
}

/** A mailbox offers to stop such messages, and does so by a POST of its own (RFC 2369, RFC 8058). */
function stopHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
