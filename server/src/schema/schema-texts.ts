import type { LocalizedText } from "../base/message.ts";
import table from "./generated/texts.json";

// In Node these are in a file that is read on first use (`build.ts`).

/** The titles and descriptions of the schema, by row of its table. */
export const texts: readonly { readonly [keyword: string]: unknown }[] = table.texts;

/** The texts of a constraint: why it matters, where that is from, and a configuration with and without the fault. */
export interface ConstraintTexts extends LocalizedText {
  readonly source: readonly string[];
  readonly bad: string;
  readonly good: string;
}

/** The texts of the constraints, by id. */
export const constraintTexts: { readonly [id: string]: ConstraintTexts | undefined } = table.constraintTexts;
