/** Of which year the list of communes is: to be changed with the package that brings it (a test holds them together). */
export const communesYear = 2026
