import table from "./generated/words.json";

/** What the schema says to people, by row of its table. In Node a file that is read when first asked for (`build.ts`). */
export const words: readonly { readonly [keyword: string]: unknown }[] = table.words;
