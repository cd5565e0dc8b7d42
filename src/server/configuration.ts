import { join, resolve } from 'node:path'
import * as z from 'zod/mini'
import type { PublicInformation } from '../domain/access/public-information.ts'
import { legalFields, publicInformationFrom } from './legal-information.ts'

/** What a deployment chooses, read once from the environment. */
export interface Configuration {
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Where people reach the application: scheme, host and port, without a slash at the end. */
  readonly publicUrl: string
  /** PostgreSQL to use; without it the store is embedded in the data folder. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  /** Folder of the list of erased ids, kept apart from the backups and shared by every server of the database (sync.md 3.4). */
  readonly erasedFolder: string
  /** Folder of the built application. */
  readonly appFolder: string
  readonly issuer: IssuerConfiguration
  /** Address of the first account of the State, made at start where there is none. */
  readonly firstStateEmail: string | undefined
  /** Whether the address of a client comes from X-Forwarded-For: only behind a proxy that sets it. */
  readonly trustProxy: boolean
  /** Orders browsers to remove the service worker that they have (sync.md, P7). */
  readonly workerOff: boolean
  readonly logLevel: string
  /** The post office and the address that messages come from; without it they wait in the outbox. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** What `/metrics` asks for; without it there is no such address. */
  readonly metricsToken: string | undefined
  /** The first year of which open data are published: none are without one, but for those of the demonstration. */
  readonly openDataFrom: number | undefined
  /** The private key that signs seals; made in the data folder where none is named. */
  readonly signingKeyFile: string | undefined
  readonly publicInformation: PublicInformation
  readonly rates: RateConfiguration
  readonly assets: { readonly keptBuilds: number; readonly keptDays: number }
}

export type IssuerConfiguration =
  | { readonly kind: 'demonstration' }
  | {
      readonly kind: 'external'
      readonly url: string
      readonly clientId: string
      readonly clientSecret: string
      /** Algorithm of the signed userinfo; undefined where the issuer answers plain JSON. */
      readonly userinfoAlgorithm: string | undefined
      readonly idTokenAlgorithm: string
      /** The issuer vouches for every address and doesn't say so with each: ProConnect does. */
      readonly emailAlwaysVerified: boolean
    }

/** Requests a minute. */
export interface RateConfiguration {
  /** From one address on the network: a town hall's people share one. */
  readonly address: number
  readonly session: number
  /** Beginnings of a sign-in from one address. */
  readonly signIn: number
  /** Pushes of one device. */
  readonly push: number
}

export type ConfigurationResult =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly errors: readonly string[] }

/** Reads the environment; says everything that is wrong at once, in sentences for the person who runs the server. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): ConfigurationResult {
  const parsed = environmentSchema.safeParse(withoutBlanks(environment))
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.map(sentenceOf) }
  const settings = parsed.data
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const errors = [
    ...issuerErrors(settings),
    ...publicUrlErrors(settings, publicUrl),
    ...erasedFolderErrors(settings),
    ...mailErrors(settings),
  ]
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, configuration: configurationFrom(settings, publicUrl) }
}

const wholeNumber = (least: number, most: number, fallback: number) =>
  z.prefault(
    z.coerce.number({ error: 'must be a whole number' }).check(
      z.refine((value) => Number.isInteger(value) && value >= least && value <= most, {
        error: `must be a whole number from ${least} to ${most}`,
      }),
    ),
    fallback,
  )

const flag = z.prefault(z.enum(['true', 'false'], { error: 'must be true or false' }), 'false')

const origin = z.string().check(
  z.refine((text) => isOrigin(text), {
    error: 'must be an address without a path, such as https://coop.exemple.fr',
  }),
)

const environmentSchema = z.object({
  NODE_ENV: z.optional(z.string()),
  PORT: wholeNumber(0, 65_535, 3000),
  HOST: z.prefault(z.string(), '127.0.0.1'),
  PUBLIC_URL: z.optional(origin),
  DATABASE_URL: z.optional(
    z
      .string()
      .check(z.regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgres:// or postgresql://' })),
  ),
  DATA_FOLDER: z.prefault(z.string(), 'data'),
  ERASED_FOLDER: z.optional(z.string()),
  APP_FOLDER: z.prefault(z.string(), 'dist'),
  OIDC_ISSUER: z.optional(z.url({ error: 'must be the address of an OpenID Connect issuer' })),
  OIDC_CLIENT_ID: z.optional(z.string()),
  OIDC_CLIENT_SECRET: z.optional(z.string()),
  OIDC_USERINFO_ALG: z.prefault(z.string(), 'RS256'),
  OIDC_ID_TOKEN_ALG: z.prefault(z.string(), 'RS256'),
  OIDC_EMAIL_ALWAYS_VERIFIED: flag,
  FIRST_STATE_EMAIL: z.optional(z.email({ error: 'must be an e-mail address' })),
  TRUST_PROXY: flag,
  WORKER_OFF: flag,
  LOG_LEVEL: z.prefault(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    }),
    'warn',
  ),
  SMTP_URL: z.optional(
    z.string().check(z.regex(/^smtps?:\/\/./, { error: 'must begin with smtp:// or smtps://' })),
  ),
  MAIL_FROM: z.optional(z.email({ error: 'must be an e-mail address' })),
  METRICS_TOKEN: z.optional(z.string().check(z.minLength(16, { error: 'must have 16 characters at least' }))),
  SIGNING_KEY_FILE: z.optional(z.string()),
  OPEN_DATA_FROM: z.optional(
    z
      .string()
      .check(z.regex(/^20\d\d$/, { error: 'must be a year, such as 2026: the first one that is published' })),
  ),
  RATE_ADDRESS_PER_MINUTE: wholeNumber(1, 1_000_000, 3000),
  RATE_SESSION_PER_MINUTE: wholeNumber(1, 1_000_000, 300),
  RATE_SIGN_IN_PER_MINUTE: wholeNumber(1, 1_000_000, 60),
  RATE_PUSH_PER_MINUTE: wholeNumber(1, 1_000_000, 60),
  ASSETS_KEPT_BUILDS: wholeNumber(3, 1000, 3),
  ASSETS_KEPT_DAYS: wholeNumber(30, 3650, 30),
  ...legalFields,
})
type Settings = z.infer<typeof environmentSchema>

function configurationFrom(settings: Settings, publicUrl: string): Configuration {
  const issuer = issuerFrom(settings)
  return {
    production: isProduction(settings),
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: new URL(publicUrl).origin,
    databaseUrl: settings.DATABASE_URL,
    dataFolder: resolve(settings.DATA_FOLDER),
    erasedFolder: resolve(settings.ERASED_FOLDER ?? join(settings.DATA_FOLDER, 'erased')),
    appFolder: resolve(settings.APP_FOLDER),
    issuer,
    firstStateEmail: settings.FIRST_STATE_EMAIL,
    trustProxy: settings.TRUST_PROXY === 'true',
    workerOff: settings.WORKER_OFF === 'true',
    logLevel: settings.LOG_LEVEL,
    mail: mailFrom(settings),
    metricsToken: settings.METRICS_TOKEN,
    openDataFrom: settings.OPEN_DATA_FROM === undefined ? undefined : Number(settings.OPEN_DATA_FROM),
    signingKeyFile: settings.SIGNING_KEY_FILE === undefined ? undefined : resolve(settings.SIGNING_KEY_FILE),
    publicInformation: publicInformationFrom(settings, issuer.kind === 'demonstration'),
    rates: {
      address: settings.RATE_ADDRESS_PER_MINUTE,
      session: settings.RATE_SESSION_PER_MINUTE,
      signIn: settings.RATE_SIGN_IN_PER_MINUTE,
      push: settings.RATE_PUSH_PER_MINUTE,
    },
    assets: { keptBuilds: settings.ASSETS_KEPT_BUILDS, keptDays: settings.ASSETS_KEPT_DAYS },
  }
}

function issuerFrom(settings: Settings): IssuerConfiguration {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return { kind: 'demonstration' }
  return {
    kind: 'external',
    url: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    userinfoAlgorithm: settings.OIDC_USERINFO_ALG === 'none' ? undefined : settings.OIDC_USERINFO_ALG,
    idTokenAlgorithm: settings.OIDC_ID_TOKEN_ALG,
    emailAlwaysVerified: settings.OIDC_EMAIL_ALWAYS_VERIFIED === 'true',
  }
}

function mailFrom({ SMTP_URL: url, MAIL_FROM: from }: Settings): Configuration['mail'] {
  return url !== undefined && from !== undefined ? { url, from } : undefined
}

function mailErrors({ SMTP_URL, MAIL_FROM }: Settings): string[] {
  if ((SMTP_URL === undefined) === (MAIL_FROM === undefined)) return []
  return ['SMTP_URL and MAIL_FROM go together: the post office, and the address that messages come from.']
}

function issuerErrors(settings: Settings): string[] {
  const named = [settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET]
  const given = named.filter((value) => value !== undefined).length
  if (given === 0 && isProduction(settings)) {
    return [
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must name the issuer that people sign in at: the demonstration issuer, which lets anybody in, refuses to start in production.',
    ]
  }
  if (given > 0 && given < named.length) {
    return ['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: give all three, or none.']
  }
  if (settings.OIDC_ISSUER && !isSecureOrLoopback(settings.OIDC_ISSUER)) {
    return ['OIDC_ISSUER must be an https address.']
  }
  return []
}

function publicUrlErrors(settings: Settings, publicUrl: string): string[] {
  if (isProduction(settings) && settings.PUBLIC_URL === undefined) {
    return ['PUBLIC_URL must say where people reach the application, such as https://coop.exemple.fr.']
  }
  if (isSecureOrLoopback(publicUrl)) return []
  if (!isProduction(settings) && settings.OIDC_ISSUER === undefined) return []
  return [
    'PUBLIC_URL must be an https address: over http, sessions can be stolen and the application doesn’t install.',
  ]
}

/** On a PostgreSQL there may be several servers, each with a disk of its own: nobody can guess what they share. */
function erasedFolderErrors(settings: Settings): string[] {
  const isNeeded = isProduction(settings) && settings.DATABASE_URL !== undefined
  if (!isNeeded || settings.ERASED_FOLDER !== undefined) return []
  return [
    'ERASED_FOLDER must name a folder that every server of this database shares and that its backups leave out: ids erased for good are listed there.',
  ]
}

function isProduction(settings: Settings): boolean {
  return settings.NODE_ENV === 'production'
}

/** Whether an address is one that browsers treat as safe: https, or this very machine. */
export function isSecureOrLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isLoopback(hostname)
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}

/** `NAME=` in an environment file means that NAME isn't given. */
function withoutBlanks(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1]?.trim())
  return Object.fromEntries(given.map(([name, value]) => [name, value.trim()]))
}

/** Values are left out: a secret put under the wrong name must not be printed. */
function sentenceOf(issue: { path: PropertyKey[]; message: string }): string {
  return `${issue.path.map(String).join('.')} ${issue.message}.`
}
