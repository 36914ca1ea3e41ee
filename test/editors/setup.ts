import { setup as build } from "../e2e/build.ts";
import { lackingEditors } from "./programs.ts";

/** Builds what the editors run. Throws, saying what is lacking, where an editor is not installed. */
export function setup(): void {
  const lacking = lackingEditors();
  if (lacking.length > 0) throw new Error(`Other editors cannot be tested: ${lacking.join("; ")}`);
  build();
}
