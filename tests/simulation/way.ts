import { problem, type Answered } from './simulated-server.ts'

/**
 * What happens to one request on its way.
 * - lost-request, lost-answer: nothing comes back; the server may have heard all the same;
 * - twice: a proxy delivers it twice;
 * - cut: the answer ends in its middle;
 * - portal: a page of somebody on the way, with status 200;
 * - hang: nothing comes back and nothing ends, until the watchdog of the cycle;
 * - a number: that status, in the server's words;
 * - proxy-…: that status, in the words of somebody on the way.
 */
export const ways = [
  'well',
  'lost-request',
  'lost-answer',
  'twice',
  'cut',
  'portal',
  'hang',
  '400',
  '401',
  '413',
  '426',
  '429',
  '500',
  '503',
  'proxy-403',
  'proxy-502',
] as const
export type Way = (typeof ways)[number]

/** What answers in the server's place, where something does. */
export function answeredOnTheWay(way: Way): Answered | undefined {
  switch (way) {
    case '400':
      return problem(400, 'invalid-request')
    case '401':
      return problem(401, 'unauthenticated')
    case '413':
      return problem(413, 'too-large')
    case '426':
      return problem(426, 'client-too-old')
    case '429':
      return problem(429, 'too-many-requests')
    case '500':
      return problem(500, 'internal')
    case '503':
      return problem(503, 'unavailable')
    case 'portal':
      return page(200)
    case 'proxy-403':
      return page(403)
    case 'proxy-502':
      return page(502)
    case 'well':
    case 'lost-request':
    case 'lost-answer':
    case 'twice':
    case 'cut':
    case 'hang':
      return undefined
  }
}

function page(status: number): Answered {
  return { status, type: 'text/html', body: '<!doctype html><title>Bienvenue</title>' }
}
