import * as z from 'zod/mini'
import type { PublicInformation } from '../domain/access/public-information.ts'

const notFilledIn = '(à renseigner par la structure qui déploie cet Espace Coop)'
const noAddress = 'à renseigner'

const sentence = z.prefault(z.string(), notFilledIn)
const email = z.prefault(z.string(), noAddress)
const months = (fallback: number) =>
  z.prefault(
    z.coerce.number({ error: 'must be a whole number of months' }).check(
      z.refine((value) => Number.isInteger(value) && value > 0 && value <= 1200, {
        error: 'must be a whole number of months',
      }),
    ),
    fallback,
  )

/** What the law asks to be said (LCEN, GDPR, RGAA). What isn't configured says so on the page, rather than lie. */
export const legalFields = {
  LEGAL_PUBLISHER_NAME: sentence,
  LEGAL_PUBLISHER_ADDRESS: sentence,
  LEGAL_PUBLICATION_DIRECTOR: sentence,
  LEGAL_HOST_NAME: sentence,
  LEGAL_HOST_ADDRESS: sentence,
  LEGAL_CONTROLLER_NAME: sentence,
  LEGAL_CONTROLLER_EMAIL: email,
  LEGAL_DPO_NAME: sentence,
  LEGAL_DPO_EMAIL: email,
  LEGAL_SUPPORT_NAME: sentence,
  LEGAL_SUPPORT_EMAIL: email,
  LEGAL_ACCESSIBILITY: z.prefault(
    z.enum(['totalement', 'partiellement', 'non'], { error: 'must be totalement, partiellement or non' }),
    'non',
  ),
  LEGAL_REPORTS_MONTHS: months(72),
  LEGAL_ACCOUNTS_MONTHS: months(24),
  LEGAL_LOGS_MONTHS: months(12),
}

type LegalSettings = { [Name in keyof typeof legalFields]: z.infer<(typeof legalFields)[Name]> }

export function publicInformationFrom(settings: LegalSettings, demonstration: boolean): PublicInformation {
  return {
    demonstration,
    publisher: {
      name: settings.LEGAL_PUBLISHER_NAME,
      address: settings.LEGAL_PUBLISHER_ADDRESS,
      director: settings.LEGAL_PUBLICATION_DIRECTOR,
    },
    host: { name: settings.LEGAL_HOST_NAME, address: settings.LEGAL_HOST_ADDRESS },
    controller: { name: settings.LEGAL_CONTROLLER_NAME, email: settings.LEGAL_CONTROLLER_EMAIL },
    dataProtectionOfficer: { name: settings.LEGAL_DPO_NAME, email: settings.LEGAL_DPO_EMAIL },
    support: { name: settings.LEGAL_SUPPORT_NAME, email: settings.LEGAL_SUPPORT_EMAIL },
    accessibility: settings.LEGAL_ACCESSIBILITY,
    retentionMonths: {
      reports: settings.LEGAL_REPORTS_MONTHS,
      accounts: settings.LEGAL_ACCOUNTS_MONTHS,
      logs: settings.LEGAL_LOGS_MONTHS,
    },
  }
}
