import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { sendBySmtp } from '../../../src/server/mail/send-by-smtp.ts'

const mail = {
  id: '01930000-0000-7000-8000-000000000001',
  to: 'bruno@mairie.example',
  subject: 'Invitation',
  body: 'Bonjour,\n\nOuvrez ce lien.',
}

/** As much of a post office as takes one message in; answers what it was told. */
async function aPostOffice(answerToRecipient = '250 ok'): Promise<{ url: string; heard: () => string }> {
  let heard = ''
  const server = createServer((socket) => {
    let isData = false
    socket.write('220 post\r\n')
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      if (isData) {
        if (!heard.endsWith('\r\n.\r\n')) return
        isData = false
        return socket.write('250 taken\r\n')
      }
      const line = chunk.toString()
      if (line.startsWith('DATA')) {
        isData = true
        return socket.write('354 go on\r\n')
      }
      if (line.startsWith('QUIT')) return socket.end('221 bye\r\n')
      return socket.write(`${line.startsWith('RCPT') ? answerToRecipient : '250 ok'}\r\n`)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  // It listens on a port, never on a path.
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, heard: () => heard }
}

test('a message is handed to the post office, in plain text, under a name that stays the same at each try', async () => {
  const office = await aPostOffice()
  await sendBySmtp({ url: office.url, from: 'coop@coop.example' })(mail)
  const heard = office.heard()
  expect(heard).toContain('RCPT TO:<bruno@mairie.example>')
  expect(heard).toContain(`Message-ID: <${mail.id}@coop.example>`)
  expect(heard).toContain('Subject: Invitation')
  expect(heard).toContain('Ouvrez ce lien.')
})

test('a message that one can stop says where, so that a mailbox offers it by one click', async () => {
  const office = await aPostOffice()
  const send = sendBySmtp({ url: office.url, from: 'coop@coop.example' })
  await send(mail)
  expect(office.heard()).not.toContain('List-Unsubscribe')
  await send({ ...mail, stopUrl: 'https://coop.example/stop' })
  expect(office.heard()).toContain('List-Unsubscribe: <https://coop.example/stop>')
  expect(office.heard()).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('a refusal of the post office is a failure', async () => {
  const office = await aPostOffice('550 no such mailbox')
  await expect(sendBySmtp({ url: office.url, from: 'coop@coop.example' })(mail)).rejects.toMatchObject({
    code: 'EENVELOPE',
  })
})
