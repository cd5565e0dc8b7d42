/** A browser as far as signing in needs one: cookies by path, redirects that a test can look at one by one. */
export class TestBrowser {
  readonly origin: string
  private readonly jar = new Map<string, { value: string; path: string }>()

  constructor(origin: string) {
    this.origin = origin
  }

  /** One request; redirects are answered, not followed. */
  async ask(
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: BodyInit } = {},
  ) {
    const url = new URL(path, this.origin)
    const response = await fetch(url, {
      ...options,
      redirect: 'manual',
      headers: { cookie: this.cookiesFor(url.pathname), ...options.headers },
    })
    for (const header of response.headers.getSetCookie()) this.keep(header, url.pathname)
    return response
  }

  /** Follows redirects of this origin until a page answers; says where it is and what it reads. */
  async visit(path: string): Promise<{ path: string; status: number; text: string }> {
    let at = path
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await this.ask(at)
      const location = response.headers.get('location')
      if (location === null) return { path: at, status: response.status, text: await response.text() }
      at = this.pathOf(location)
    }
    throw new Error(`Too many redirects, the last one to ${at}`)
  }

  /** Sends a page's form, and follows where that leads. */
  async submit(path: string, fields: Record<string, string>) {
    const response = await this.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
    const location = response.headers.get('location')
    if (location === null) return { path, status: response.status, text: await response.text() }
    return this.visit(this.pathOf(location))
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name)?.value
  }

  setCookie(name: string, value: string): void {
    this.jar.set(name, { value, path: '/' })
  }

  /** Path and query of an address of this origin; any other is a mistake of the test or of the server. */
  pathOf(location: string): string {
    const url = new URL(location, this.origin)
    if (url.origin !== this.origin) throw new Error(`Sent to another site: ${url.origin}`)
    return `${url.pathname}${url.search}`
  }

  private cookiesFor(pathname: string): string {
    const sent = [...this.jar].filter(
      ([, { path }]) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')),
    )
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  private keep(header: string, from: string): void {
    const [pair = '', ...attributes] = header.split(/;\s*/)
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const attribute = (wanted: string) =>
      attributes.map((text) => text.split('=')).find(([key]) => key?.toLowerCase() === wanted)?.[1]
    const expires = attribute('expires')
    const gone = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now())
    if (gone) this.jar.delete(name)
    else this.jar.set(name, { value, path: attribute('path') ?? from })
  }
}
