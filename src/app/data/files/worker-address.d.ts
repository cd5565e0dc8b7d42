/** Where the build puts a worker's script. */
declare module '*?worker&url' {
  const address: string
  export default address
}
