import { test } from "vitest";
import { checkFindings } from "./support/check.ts";
import { LANGUAGE_EXAMPLE } from "./support/language-example.ts";

test("the example in the description of the language has no findings", () => {
  checkFindings(LANGUAGE_EXAMPLE);
});
