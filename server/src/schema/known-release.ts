/**
 * The newest version of PRONOTE that the schemas describe, by its year. A configuration for a later one may have keys
 * that are not known here.
 */
export const KNOWN_RELEASE = 2026;
