/** Departments whose clocks aren't those of Paris, by the name of their time zone. */
const zones: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
}

/** The time zone of a department; that of Paris where none is said. */
export function zoneOfDepartment(department: string | null): string {
  return (department !== null && zones[department]) || 'Europe/Paris'
}
