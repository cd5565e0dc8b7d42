/** Made by src/build/communes-index.ts. */
declare module 'virtual:communes-index' {
  /** Where the index of France's communes is served from. */
  export const communesIndexUrl: string
}
