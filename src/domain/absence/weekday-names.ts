/** Days that one may not work on in a part-time week, from 0 for Monday. */
export const weekdayNames: readonly string[] = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi']
