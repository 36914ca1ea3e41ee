import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "./columns.ts";
import { wrapped } from "./wrapped.ts";

test("without a terminal, a text stays one line", () => {
  const text = `  ${"mot ".repeat(100)}`;
  expect(wrapped(text, undefined)).toEqual([text]);
});

test("words stay whole, and further lines stand two spaces further in", () => {
  expect(wrapped("  Le nom de la classe est inconnu", 20)).toEqual([
    "  Le nom de la",
    "    classe est",
    "    inconnu",
  ]);
  expect(wrapped("a anticonstitutionnellement b", 20, "")).toEqual(["a", "anticonstitutionnellement", "b"]);
});

test("the line that is just full is not broken", () => {
  expect(wrapped("0123456789 012345678", 20)).toEqual(["0123456789 012345678"]);
  expect(wrapped("0123456789 0123456789", 20, "")).toEqual(["0123456789", "0123456789"]);
});

test("wide and combining characters count as the columns they take", () => {
  expect(wrapped("日本語日本 語日本語日", 21, "")).toEqual(["日本語日本 語日本語日"]);
  expect(wrapped("日本語日本 語日本語日", 20, "")).toEqual(["日本語日本", "語日本語日"]);
  const combined = "e\u0301".repeat(10);
  expect(wrapped(`${combined} ${combined}`, 21, "")).toHaveLength(1);
});

test("French spaces that do not break are kept, and a sign never begins a line for want of one", () => {
  expect(wrapped("Il faut «\u00a06eA\u00a0»\u00a0: oui", 20, "")).toEqual([
    "Il faut «\u00a06eA\u00a0»\u00a0:",
    "oui",
  ]);
  expect(wrapped("Il le faut «\u00a06e\u00a0A\u00a0»\u00a0: oui", 20, "")).toEqual([
    "Il le faut",
    "«\u00a06e\u00a0A\u00a0»\u00a0: oui",
  ]);
  expect(wrapped("Il faut vraiment oui : non", 20, "")).toEqual(["Il faut vraiment", "oui : non"]);
});

test("a menu path stays on one line if it fits, otherwise it is broken behind a sign", () => {
  expect(wrapped("Ouvrez ici Mon compte > Mes données", 26, "")).toEqual([
    "Ouvrez ici",
    "Mon compte > Mes données",
  ]);
  expect(wrapped("A faire : Mes données > Saisie des notes > Cours", 42, "  ")).toEqual([
    "A faire :",
    "  Mes données > Saisie des notes > Cours",
  ]);
  expect(wrapped("Paramètres > Établissement > Identité > Adresse", 30)).toEqual([
    "Paramètres > Établissement >",
    "  Identité > Adresse",
  ]);
});

test("a sign stands with what follows it", () => {
  expect(wrapped("une valeur ici → quinze", 20, "")).toEqual(["une valeur ici", "→ quinze"]);
  expect(wrapped("\u001b[1mune valeur ici\u001b[0m \u001b[2m→\u001b[0m quinze", 20, "")).toEqual([
    "\u001b[1mune valeur ici\u001b[0m",
    "\u001b[2m→\u001b[0m quinze",
  ]);
});

test("an indent leaves half of a narrow terminal", () => {
  expect(wrapped(`${"x".repeat(30)} un deux trois`, 20, " ".repeat(32))).toEqual([
    "x".repeat(30),
    "          un deux",
    "          trois",
  ]);
  expect(wrapped("un deux trois quatre cinq", 3, "")).toEqual(["un deux trois quatre", "cinq"]);
});

test("nothing is lost, and no line is wider than the terminal unless one word is", () => {
  const word = fc.constantFrom(
    "a",
    "école",
    "日本",
    "→",
    ">",
    "Mon",
    "e\u0301te\u0301",
    "«\u00a0x\u00a0»",
    "-",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 20, max: 90 }), (words, columns) => {
      const lines = wrapped(words.join(" "), columns, "");
      expect(lines.join(" ")).toBe(words.join(" "));
      const hasSign = words.some((one) => /^[→>-]$/.test(one));
      if (!hasSign) for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }),
  );
});
