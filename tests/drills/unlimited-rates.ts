/** No device of a drill is to be told that it asks too often. */
export const unlimitedRates = {
  RATE_ADDRESS_PER_MINUTE: '1000000',
  RATE_SESSION_PER_MINUTE: '1000000',
  RATE_SIGN_IN_PER_MINUTE: '1000000',
  RATE_PUSH_PER_MINUTE: '1000000',
} as const
