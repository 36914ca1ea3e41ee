import { expect, test } from "vitest";
import { inOrderOfNames } from "./name-order.ts";

test("numbers in names count, and accents do not", () => {
  const names = ["École 10", "Zola", "École 2", "ecole 9", "Étoile"].map((name) => ({ name }));
  for (const language of ["en", "fr"] as const)
    expect(inOrderOfNames(names, language).map(({ name }) => name)).toEqual([
      "École 2",
      "ecole 9",
      "École 10",
      "Étoile",
      "Zola",
    ]);
});
