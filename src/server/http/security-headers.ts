import helmet from '@fastify/helmet'
import type { App } from './app.ts'

/**
 * The Trusted Types policies that the application may create: one makes the address of the service worker, the other
 * those of the workers that read and write files. No other script's address is set by a script.
 */
const trustedTypesPolicies = ['espace-coop-worker', 'espace-coop-files']

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'font-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': trustedTypesPolicies,
  },
}

/** Powers that no page of ours asks for. */
const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
  'xr-spatial-tracking',
]
const permissionsPolicy = refusedFeatures.map((feature) => `${feature}=()`).join(', ')

/** Headers of every answer. `relaxed` is for development only: hot reload writes scripts and styles into the page. */
export async function setSecurityHeaders(
  app: App,
  options: { https: boolean; relaxed: boolean },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: options.relaxed ? false : contentSecurityPolicy,
    strictTransportSecurity: options.https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    // `same-origin`, since `no-referrer` would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.raw.setHeader('permissions-policy', permissionsPolicy)
  })
}
