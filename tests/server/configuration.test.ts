import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/server/configuration.ts'
import { aConfiguration, anExternalIssuer } from './test-configuration.ts'

const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://coop.test', ...anExternalIssuer }

function errorsOf(environment: Record<string, string>): readonly string[] {
  const result = readConfiguration(environment)
  return result.ok ? [] : result.errors
}

describe('configuration', () => {
  test('messages are sent where both the post office and the sender are named, and one alone is refused', () => {
    const [SMTP_URL, MAIL_FROM] = ['smtps://coop:secret@mail.example', 'coop@mail.example']
    expect(aConfiguration({ SMTP_URL, MAIL_FROM }).mail).toEqual({ url: SMTP_URL, from: MAIL_FROM })
    expect(aConfiguration().mail).toBeUndefined()
    for (const one of [{ SMTP_URL }, { MAIL_FROM }, { SMTP_URL: 'https://mail.example', MAIL_FROM }])
      expect(() => aConfiguration(one)).toThrow(/SMTP_URL|smtp/)
  })

  test('nothing at all is a demonstration on this machine', () => {
    const result = readConfiguration({})
    expect(result).toMatchObject({
      ok: true,
      configuration: {
        production: false,
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://localhost:3000',
        databaseUrl: undefined,
        issuer: { kind: 'demonstration' },
        trustProxy: false,
        assets: { keptBuilds: 3, keptDays: 30 },
      },
    })
  })

  test('in production the demonstration issuer refuses to start', () => {
    const { NODE_ENV, PUBLIC_URL } = production
    expect(errorsOf({ NODE_ENV, PUBLIC_URL })).toEqual([
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must name the issuer that people sign in at: the demonstration issuer, which lets anybody in, refuses to start in production.',
    ])
  })

  test('in production the public address is said, and is https or this machine', () => {
    expect(errorsOf(production)).toEqual([])
    expect(errorsOf({ ...production, PUBLIC_URL: '' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL must say/),
    ])
    expect(errorsOf({ ...production, PUBLIC_URL: 'http://coop.test' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL must be an https address/),
    ])
    expect(errorsOf({ ...production, PUBLIC_URL: 'http://127.0.0.1:8080' })).toEqual([])
  })

  test('in production on a PostgreSQL, the folder of erased ids is said: its servers share it', () => {
    const onPostgresql = { ...production, DATABASE_URL: 'postgres://db/coop' }
    expect(errorsOf(onPostgresql)).toEqual([expect.stringMatching(/^ERASED_FOLDER must name a folder/)])
    expect(errorsOf({ ...onPostgresql, ERASED_FOLDER: '/srv/erased' })).toEqual([])
    expect(errorsOf({ DATABASE_URL: 'postgres://db/coop' })).toEqual([])
  })

  test('an issuer is named in full, over https', () => {
    expect(errorsOf({ OIDC_ISSUER: 'https://issuer.test' })).toEqual([
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: give all three, or none.',
    ])
    expect(errorsOf({ ...production, OIDC_ISSUER: 'http://issuer.test' })).toEqual([
      'OIDC_ISSUER must be an https address.',
    ])
  })

  test('everything that is wrong is said at once, by its name and without its value', () => {
    const errors = errorsOf({
      PORT: '99999',
      PUBLIC_URL: 'https://coop.test/path',
      DATABASE_URL: 'hunter2',
      FIRST_STATE_EMAIL: 'nobody',
      TRUST_PROXY: 'yes',
      LEGAL_REPORTS_MONTHS: 'many',
    })
    expect(errors.map((sentence) => sentence.split(' ', 1)[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'FIRST_STATE_EMAIL',
      'TRUST_PROXY',
      'LEGAL_REPORTS_MONTHS',
    ])
    expect(errors.join()).not.toContain('hunter2')
  })

  test('what the law asks to be said is never made up', () => {
    const { publicInformation } = aConfiguration()
    expect(publicInformation.publisher.name).toMatch(/à renseigner/)
    expect(publicInformation.accessibility).toBe('non')
    expect(aConfiguration({ LEGAL_PUBLISHER_NAME: 'Hub du Sud' }).publicInformation.publisher.name).toBe(
      'Hub du Sud',
    )
  })
})
