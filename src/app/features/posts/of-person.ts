/** « de Nour », « d’Awa »: before the name of a person. */
export function ofPerson(name: string): string {
  return /^[aeiouàâäéèêëîïôöùûüh]/i.test(name) ? `d’${name}` : `de ${name}`
}
