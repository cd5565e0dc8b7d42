import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import {
  sealFileSchema,
  sealKeysSchema,
  verifiedSealSchema,
  type SealFile,
} from '../../../src/domain/access/structure-months.ts'
import { sealCodeInWords } from '../../../src/domain/seal/seal-code.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { sealInPdf } from '../../../src/server/seals/seal-in-pdf.ts'
import { signerInMemory, signerOf } from '../../../src/server/seals/signer.ts'
import { verifySeal } from '../../../src/server/seals/verify-seal.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { aConfiguration } from '../test-configuration.ts'
import { anApp } from '../test-app.ts'
import { plantDocument } from '../test-cast.ts'
import { ask, codeOf, inOctober, plantOctober, readMonthOf, reportId, vouch, vouched } from './seal-world.ts'

const run = promisify(execFile)

async function pdfOf(app: App, seal: string): Promise<Buffer> {
  const url = `/api/structures/${townHall.id}/seals/${seal}/attestation.pdf`
  const answer = await ask(app, cast.chantal.id, { url })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return answer.rawPayload
}

async function sealed(app: App): Promise<{ pdf: Buffer; file: SealFile; code: string }> {
  const [seal] = (await vouched(app)).seals
  if (!seal) throw new Error('the month is vouched for')
  const pdf = await pdfOf(app, seal.id)
  return { pdf, file: sealFileSchema.parse(JSON.parse(sealInPdf(pdf) ?? '')), code: seal.code }
}

async function keysOf(app: App) {
  const answer = await app.inject({ url: '/api/seals/keys' })
  return sealKeysSchema.parse(answer.json()).keys
}

async function verified(app: App, code: string) {
  const answer = await app.inject({ url: `/api/seals/${encodeURIComponent(code)}` })
  return { body: answer.body, statusCode: answer.statusCode, ...verifiedSealSchema.parse(answer.json()) }
}

describeEachStore('the attestation', (given) => {
  test('is a tagged PDF in French, that holds the sentence, the code and the seal itself', async () => {
    await plantOctober(given())
    const { pdf, file, code } = await sealed(await anApp(given()))
    const text = pdf.toString('latin1')
    expect(text).toMatch(/^%PDF-1\.7/)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(text).toContain('/Marked true')
    expect(text).toContain('/Lang (fr-FR)')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toMatch(/<pdfuaid:part>1</)
    for (const tag of ['H1', 'H2', 'BlockQuote', 'Table', 'TH', 'TD', 'Figure', 'L', 'LBody', 'Link']) {
      expect(text, tag).toMatch(new RegExp(`/S /${tag}\\b`))
    }
    const content: unknown = JSON.parse(file.content)
    expect(content).toMatchObject({
      code,
      month: '2026-10',
      sentence: 'Je me porte responsable de la fiabilité de ces informations.',
      by: { name: 'Chantal Rouch' },
      totals: { activities: 3 },
    })
  })

  test('of another structure, or of nobody, isn’t given', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const [seal] = (await vouched(app)).seals
    const url = `/api/structures/${townHall.id}/seals/${seal?.id}/attestation.pdf`
    expect((await app.inject({ url })).statusCode).toBe(401)
    expect((await ask(app, cast.denis.id, { url })).statusCode).toBe(403)
    expect((await ask(app, cast.awa.id, { url })).statusCode).toBe(403)
  })
})

describeEachStore('a code', (given) => {
  test('verifies the seal, whatever the way in which it is typed, and shows neither figures nor names', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { code } = await sealed(app)
    for (const typed of [
      code,
      sealCodeInWords(code as never),
      ` ${code.toLowerCase()} `,
      code.replaceAll('0', 'o'),
    ]) {
      const { body, ...answer } = await verified(app, typed)
      expect(answer).toEqual({
        statusCode: 200,
        structureName: townHall.name,
        month: '2026-10',
        sealedOn: '2026-11-23',
        number: 1,
        sum: expect.stringMatching(/^[0-9a-f]{16}$/),
        isGenuine: true,
        holds: true,
        isReplaced: false,
      })
      expect(body).not.toMatch(/Awa|Bruno|Chantal|activities|accompaniments|minutes/)
    }
  })

  test('typed wrong, or of no seal, is refused each in its words', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { code } = await sealed(app)
    const wrong = code.replace(/.$/, code.endsWith('7') ? '8' : '7')
    const mistyped = await app.inject({ url: `/api/seals/${wrong}` })
    expect([mistyped.statusCode, codeOf(mistyped)]).toEqual([400, 'seal-code-mistyped'])
    // All zeros is a code, since zero checks zero.
    const unknown = await app.inject({ url: '/api/seals/000000000000' })
    expect([unknown.statusCode, codeOf(unknown)]).toEqual([404, 'seal-unknown'])
  })

  test('says when a report has changed, and when the month was vouched for again', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const first = await sealed(app)
    await plantDocument(given(), 'awa', { id: reportId(1), body: inOctober({ minutes: 75 }) })
    expect(await verified(app, first.code)).toMatchObject({
      isGenuine: true,
      holds: false,
      isReplaced: false,
    })
    const second = await sealed(app)
    expect(await verified(app, first.code)).toMatchObject({ isGenuine: true, holds: false, isReplaced: true })
    expect(await verified(app, second.code)).toMatchObject({ number: 2, holds: true, isReplaced: false })
  })

  test('of a seal that was tampered with says that it isn’t genuine', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { code } = await sealed(app)
    await beside(async () => {
      const { db } = given()
      const row = await db.selectFrom('seal').select('content').executeTakeFirstOrThrow()
      const content = row.content.replace('"activities":3', '"activities":4')
      expect(content).not.toBe(row.content)
      await db.updateTable('seal').set({ content }).execute()
    })
    expect(await verified(app, code)).toMatchObject({ isGenuine: false, holds: false })
  })

  test('may be tried sixty times a minute from one address', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const tries = []
    for (let count = 0; count < 61; count += 1)
      tries.push(await app.inject({ url: '/api/seals/000000000000' }))
    const last = tries.at(-1)
    expect(tries.filter(({ statusCode }) => statusCode === 404)).toHaveLength(60)
    expect([last?.statusCode, last && codeOf(last)]).toEqual([429, 'too-many-requests'])
  })
})

describeEachStore('the public page', (given) => {
  test('asks for a code, verifies it without a script, and tells the State of nothing else', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { code } = await sealed(app)
    const asked = await app.inject({ url: '/verifier' })
    expect(asked.body).toContain('<label for="code">Code de l’attestation</label>')
    for (const url of [`/verifier/${code}`, `/verifier?code=${code.toLowerCase()}`]) {
      const { statusCode, headers, body } = await app.inject({ url })
      expect(statusCode).toBe(200)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      })
      expect(body).toContain('<h1>Attestation authentique</h1>')
      expect(body).toContain('octobre 2026')
      expect(body).not.toMatch(/<script|Awa|Bruno|Chantal/)
    }
  })

  test('says what is wrong with a code, and gives what was typed back as text', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const typed = '<script>alert(1)</script>'
    const mistyped = await app.inject({ url: `/verifier?code=${encodeURIComponent(typed)}` })
    expect([mistyped.statusCode, mistyped.body.includes('<script')]).toEqual([400, false])
    expect(mistyped.body).toContain('un de ses caractères est faux')
    const unknown = await app.inject({ url: '/verifier/0000-0000-0000' })
    expect([unknown.statusCode, unknown.body.includes('Aucune attestation n’a ce code')]).toEqual([404, true])
  })
})

describeEachStore('the keys', (given) => {
  test('rotate: older seals are verified by the key that signed them, which stays published', async () => {
    await plantOctober(given())
    const before = await anApp(given(), { signer: signerInMemory() })
    const first = await sealed(before)
    await plantDocument(given(), 'awa', { id: reportId(1), body: inOctober({ minutes: 75 }) })
    // Another server, with another key: the first one is lost.
    const app = await anApp(given(), { signer: signerInMemory() })
    const second = await sealed(app)
    expect(second.file.key).not.toBe(first.file.key)
    const keys = await keysOf(app)
    expect(keys.map(({ id }) => id).sort()).toEqual([first.file.key, second.file.key].sort())
    expect([verifySeal(first.file, keys).kind, verifySeal(second.file, keys).kind]).toEqual([
      'genuine',
      'genuine',
    ])
    expect(await verified(app, first.code)).toMatchObject({ isGenuine: true })
  })

  test('verify nothing that was altered, signed by another key, or given another key’s name', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { file } = await sealed(app)
    const keys = await keysOf(app)
    const altered = { ...file, content: file.content.replace('Saint-Girons', 'Saint-Lizier') }
    const spaced = { ...file, content: ` ${file.content}` }
    const [own] = keys
    const other = await signerInMemory()()
    const forged = { ...file, signature: other.sign(file.content) }
    expect([altered, spaced, forged].map((one) => verifySeal(one, keys).kind)).toEqual([
      'altered',
      'altered',
      'altered',
    ])
    expect(verifySeal(forged, [{ id: own?.id ?? '', publicKey: other.publicKey }]).kind).toBe('altered')
    expect(verifySeal(file, []).kind).toBe('unknown-key')
    expect(verifySeal(file, keys).kind).toBe('genuine')
  })

  test('npm run verify-seal checks an attestation without the server', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { pdf, file } = await sealed(app)
    const folder = temporaryFolder()
    const path = (name: string) => join(folder, name)
    await writeFile(path('attestation.pdf'), pdf)
    await writeFile(path('seal.json'), JSON.stringify(file))
    await writeFile(
      path('altered.json'),
      JSON.stringify({ ...file, content: file.content.replace('Awa', 'Ava') }),
    )
    await writeFile(path('keys.json'), JSON.stringify({ keys: await keysOf(app) }))
    await writeFile(path('no-keys.json'), JSON.stringify({ keys: [] }))
    const command = async (...names: string[]) => {
      const script = join('src', 'server', 'seals', 'verify-seal-command.ts')
      return run(process.execPath, ['--import', 'tsx', script, ...names.map(path)]).catch(
        (error: unknown) => {
          // What execFile rejects with has the output of the program.
          const { stderr } = error as { stderr: string }
          return { stdout: '', stderr }
        },
      )
    }
    for (const name of ['attestation.pdf', 'seal.json']) {
      const { stdout } = await command(name, 'keys.json')
      expect(stdout).toContain('AUTHENTIQUE')
      expect(stdout).toContain('Activités : 3')
    }
    expect((await command('altered.json', 'keys.json')).stderr).toContain('NON VALABLE')
    expect((await command('seal.json', 'no-keys.json')).stderr).toContain('NON VÉRIFIÉE')
    expect((await command('keys.json', 'keys.json')).stderr).toContain('n’est pas une attestation')
  })
})

test('the key is made once in the data folder, for its owner alone, and one that is named must be there', async () => {
  const folder = temporaryFolder()
  const signer = signerOf(aConfiguration({ DATA_FOLDER: folder }))
  const keys = await Promise.all([signer(), signer(), signer()])
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1)
  expect(await readFile(join(folder, 'signing-key.pem'), 'utf8')).toContain('PRIVATE KEY')
  const missing = signerOf(aConfiguration({ SIGNING_KEY_FILE: join(folder, 'elsewhere.pem') }))
  await expect(missing()).rejects.toThrow('ENOENT')
})

describeEachStore('who else sees it', (given) => {
  test('an advisor reads their own line and the reservations on it, and nobody else’s', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    const reservations = [
      { advisor: cast.awa.id, text: 'Une permanence manque.' },
      { advisor: cast.bruno.id, text: 'Un atelier est en double.' },
    ]
    await vouch(app, { seen, reservations })
    const answer = await ask(app, cast.awa.id, { url: '/api/own-vouched' })
    expect(answer.json()).toMatchObject({
      months: [
        {
          structureName: townHall.name,
          month: '2026-10',
          byName: 'Chantal Rouch',
          line: { name: 'Awa Diallo', figures: { activities: 2 } },
          reservations: ['Une permanence manque.'],
        },
      ],
    })
    expect(answer.body).not.toMatch(/Bruno|atelier/)
    expect((await ask(app, cast.hugo.id, { url: '/api/own-vouched' })).json()).toEqual({ months: [] })
  })

  test('the coordinator and the State see which structures vouched, and no figure', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    await vouched(app)
    const team = '/api/teams/018ce800-0000-7000-8000-000000000401/months/2026-10/vouched'
    const state = '/api/state/months/2026-10/vouched?departement=09'
    for (const [person, url] of [
      [cast.elsa.id, team],
      [cast.farid.id, state],
    ] as const) {
      const answer = await ask(app, person, { url })
      expect(answer.json()).toMatchObject({
        structures: [
          { name: association.name, sealedOn: null },
          { name: townHall.name, sealedOn: '2026-11-23' },
        ],
      })
      expect(answer.body).not.toMatch(/activities|Awa/)
    }
  })

  test('the nation reads how many structures vouched, by department', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    await vouched(app)
    const url = '/api/state/months/2026-10/vouched-by-department'
    expect((await ask(app, cast.farid.id, { url })).json()).toMatchObject({
      month: '2026-10',
      departments: [{ department: '09', structures: 2, vouched: 1 }],
    })
    expect((await ask(app, cast.elsa.id, { url })).statusCode).toBe(403)
  })
})
