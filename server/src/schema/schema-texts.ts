import table from "./generated/texts.json";

/**
 * The titles and descriptions of the schema, by row of its table. In Node they are in a file that is read on first use
 * (`build.ts`).
 */
export const texts: readonly { readonly [keyword: string]: unknown }[] = table.texts;
