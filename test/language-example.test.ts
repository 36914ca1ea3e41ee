import { test } from "vitest";
import { checkFindings } from "./support/check.ts";
import { LANGUAGE_EXAMPLE } from "./support/language-example.ts";

test("the example of the language's description is right", () => {
  checkFindings(LANGUAGE_EXAMPLE);
});
