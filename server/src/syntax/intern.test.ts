import { expect, test } from "vitest";
import { intern } from "./intern.ts";

test("an interned word equals the substring, whatever was interned before", () => {
  const text = "actif actif fitca é6E1 6E1é a aa aaa";
  for (let round = 0; round < 2; round++) {
    for (let from = 0; from <= text.length; from++) {
      for (let to = from; to <= text.length; to++) expect(intern(text, from, to)).toBe(text.slice(from, to));
    }
  }
});
