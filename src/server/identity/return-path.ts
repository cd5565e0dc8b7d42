/** Addresses of programs: nobody is sent there after signing in. */
const programPaths = /^\/(api|auth|demo|assets)(\/|$)/

const longest = 500

/**
 * Where to go after signing in: a path of this very site, or the home page. Browsers read `//host`, `/\host` and
 * `/<tab>/host` as other sites, so the address is judged as a browser would parse it.
 */
export function safeReturnPath(asked: string | undefined, publicUrl: string): string {
  if (!asked?.startsWith('/') || asked.length > longest || !URL.canParse(asked, publicUrl)) return '/'
  const url = new URL(asked, publicUrl)
  if (url.origin !== publicUrl || url.pathname.startsWith('//') || programPaths.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
