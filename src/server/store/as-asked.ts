/**
 * Stands in a statement whose text is made of what somebody asks: it comes in too many forms to be kept prepared, and
 * is planned for the values that it has.
 */
export const asAsked = '/* as asked */'
