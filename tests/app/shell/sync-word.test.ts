import { expect, test } from 'vitest'
import { syncWord } from '../../../src/app/shell/sync-word.ts'

const quiet = { phase: 'idle', pending: 0, toCorrect: 0, orphans: 0, lastOkAt: 1 } as const

test.each([
  ['nothing waits', quiet, 'À jour', 'good'],
  ['something waits', { ...quiet, pending: 2 }, '2 à envoyer', 'warn'],
  ['something goes out', { ...quiet, pending: 1, phase: 'syncing' }, '1 à envoyer', 'warn'],
  ['a look at the server with nothing to send', { ...quiet, phase: 'syncing' }, 'À jour', 'good'],
  ['the server has never answered', { ...quiet, lastOkAt: null }, 'Mise à jour…', 'soft'],
  ['no network', { ...quiet, phase: 'offline' }, 'Hors ligne', 'soft'],
  [
    'no network and something waits',
    { ...quiet, phase: 'offline', pending: 3 },
    'Hors ligne, 3\u00A0à envoyer',
    'warn',
  ],
  ['the session has ended', { ...quiet, phase: 'signed-out', pending: 1 }, 'À reconnecter', 'warn'],
  ['another person’s session', { ...quiet, phase: 'wrong-user' }, 'Envoi arrêté', 'bad'],
  ['a version too old', { ...quiet, phase: 'too-old' }, 'Envoi arrêté', 'bad'],
  ['something is kept without access', { ...quiet, orphans: 2 }, '2\u00A0gardés ici', 'warn'],
  ['refused, whatever else', { ...quiet, phase: 'offline', toCorrect: 1 }, '1 à corriger', 'bad'],
] as const)('%s', (_, status, text, tone) => {
  expect(syncWord(status)).toMatchObject({ text, tone })
})
