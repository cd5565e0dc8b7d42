declare const __APP_VERSION__: string | undefined

/** Version of this build, told to the server with every request; *dev* where nothing was built. */
export const appVersion: string = typeof __APP_VERSION__ === 'undefined' ? 'dev' : __APP_VERSION__
