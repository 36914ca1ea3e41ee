/** Where pages are found. Only names: the client imports this file. */

/** The scheme of the URIs of pages on rules and keys: a client that has `CLIENT_EXPLAIN` shows them as documents. */
export const PAGE_SCHEME = "rentree-page";

/** The folder of the pages on rules, in which each is called after its rule, with `.md`. */
export const RULE_PAGES = "/rules/";
