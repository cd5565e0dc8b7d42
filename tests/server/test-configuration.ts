import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { readConfiguration, type Configuration } from '../../src/server/configuration.ts'

/** A valid configuration in demonstration mode, silent and without a built application. */
export function aConfiguration(environment: Record<string, string> = {}): Configuration {
  const nowhere = join(tmpdir(), 'espace-coop-nowhere')
  const result = readConfiguration({
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://localhost',
    DATA_FOLDER: nowhere,
    APP_FOLDER: nowhere,
    ...environment,
  })
  if (!result.ok) throw new Error(result.errors.join('\n'))
  return result.configuration
}

/** What names a real issuer, which no test talks to. */
export const anExternalIssuer = {
  OIDC_ISSUER: 'https://issuer.test',
  OIDC_CLIENT_ID: 'coop',
  OIDC_CLIENT_SECRET: 'secret',
}
