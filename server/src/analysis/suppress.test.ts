import { expect, test } from "vitest";
import { applied, checkFindings, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { message } from "../base/message.ts";
import { leaf } from "../syntax/blocks.ts";
import { applySuppressions, type Suppression, suppressionsIn } from "./suppress.ts";

test("a comment suppresses a rule on the next line, and no other rule there", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word: à reprendre avec la direction
  parents: { publie: oui, mobyle: true }
  #                       ^^^^^^ unknown-key: Unknown key “mobyle”. Did you mean “mobile”?
  eleves: { publie: oui }
  #                 ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

test("several comments, and several rules in one comment, apply to the next entry", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word: à reprendre
  # rentree-ignore unknown-key : nom à venir
  parents: { publie: oui, zzzzzz: true }
  # rentree-ignore boolean-word, unknown-key: les deux
  eleves: { publie: oui, zzzzzz: true }
`);
});

test("a comment at the head of a file suppresses a rule in the whole file", () => {
  checkFindings(`
# Notre collège
# rentree-ignore-file boolean-word: fichier généré
espaces:
  parents: { publie: oui }
  eleves: { publie: oui }
`);
});

test("a comment for the whole file has no effect elsewhere, which is reported", () => {
  checkFindings(`
espaces:
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
  # rentree-ignore-file boolean-word: fichier généré
  #                     ^^^^^^^^^^^^ unused-suppression: The rule “boolean-word” is not silenced: for a whole file, the comment stands at its head.
`);
});

test("a reason is required", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression-without-reason: A reason is missing: write a colon and why “boolean-word” does not matter here. Until then it is not silenced.
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

test("a comment suppresses until its day, that day included", () => {
  const source = (mark: string) => `
espaces:
  # rentree-ignore boolean-word 2026-12-31: à reprendre
  parents: { publie: oui }${mark}
`;
  checkFindings(source(""), "2026-12-31");
  checkFindings(
    `
espaces:
  # rentree-ignore boolean-word 2026-12-31: à reprendre
  #                             ^^^^^^^^^^ unused-suppression: “boolean-word” was silenced until 31 December 2026: it reports again. Fix what it reports, or write a later day.
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`,
    "2027-01-01",
  );
});

test("of a whole file too, and for several rules; what is mended is no longer needed, whatever the day", () => {
  checkFindings(
    `
# rentree-ignore-file boolean-word, unknown-key 2026-12-31: fichier généré
#                                   ^^^^^^^^^^^ unused-suppression: “unknown-key” reports nothing here: this comment is no longer needed.
#                                               ^^^^^^^^^^ unused-suppression: “boolean-word” was silenced until 31 December 2026: it reports again. Fix what it reports, or write a later day.
espaces:
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`,
    "2027-01-01",
  );
});

test.each([
  [
    "2026-02-30",
    "^^^^^^^^^^",
    "“2026-02-30” is not a day: write year, month and day, such as 2027-08-31. Until then nothing is silenced.",
  ],
  [
    "2026-12",
    "^^^^^^^",
    "“2026-12” is not a day: write year, month and day, such as 2027-08-31. Until then nothing is silenced.",
  ],
  [
    "2027-01-01 2027-01-02",
    "           ^^^^^^^^^^",
    "One day is enough, the last one on which this is silenced. Until then nothing is silenced.",
  ],
])("a comment with the day %s silences nothing, and says so", (days, mark, text) => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word ${days}: à reprendre
  #                             ${mark} suppression-without-reason: ${text}
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

test("the fix of a comment whose day is over removes it, and is not made unasked", () => {
  const fixed = fixture(
    "# rentree-ignore boolean-word 2026-01-01: vu\nespaces: { parents: { publie: oui } }\n",
  );
  const fix = findingsIn(fixed).find(({ id }) => id === "unused-suppression")?.fixes?.[0];
  expect(fix?.safety).toBe("probable");
  expect(fix && [...applied(fixed, fix).values()]).toEqual(["espaces: { parents: { publie: oui } }\n"]);
});

test("an unused suppression is reported", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word: plus utile
  #                ^^^^^^^^^^^^ unused-suppression: “boolean-word” reports nothing here: this comment is no longer needed.
  # rentree-ignore bolean-word: faute de frappe
  #                ^^^^^^^^^^^ unused-suppression: There is no rule “bolean-word”: this silences nothing.
  parents: { publie: true }
`);
});

test("an unused suppression is not reported while something cannot be read", () => {
  checkFindings(`
#- a.pronote.yaml
# rentree-ignore unknown-reference: viendra
classes: { 6A: { periodicite: trimestriel } }
#- b.pronote.yaml
classes: [6B
#        ^ yaml-syntax: “[” opens here and is not closed.
`);
});

test("an unknown rule is reported even while something cannot be read", () => {
  checkFindings(`
# rentree-ignore boolean-wrod: faute de frappe
#                ^^^^^^^^^^^^ unused-suppression: There is no rule “boolean-wrod”: this silences nothing.
# rentree-ignore boolean-word: plus utile
etablissement: { nom: Tilleuls }
classes: [6B
#        ^ yaml-syntax: “[” opens here and is not closed.
`);
});

test("the fix of an unused suppression removes the comment", () => {
  const fixed = fixture("# rentree-ignore boolean-word: rien\nespaces: { parents: { publie: true } }\n");
  const fix = findingsIn(fixed)[0]?.fixes?.[0];
  expect(fix && [...applied(fixed, fix).values()]).toEqual(["espaces: { parents: { publie: true } }\n"]);
});

test("a comment applies to the next line that is neither blank nor a comment, even in another section", () => {
  checkFindings(`
espaces:
  eleves: { publie: true }
  # rentree-ignore boolean-word: à reprendre

# Suite
preferences-contact: { eleves: { sms: oui } }
maquettes:
  # rentree-ignore unknown-key: à reprendre

  # Le dernier
  A: { zzzzzz: true }
  B: { zzzzzz: true }
  #    ^^^^^^ unknown-key: Unknown key “zzzzzz” in “Template”.
  # rentree-ignore unknown-key: à la fin
  #                ^^^^^^^^^^^ unused-suppression: “unknown-key” reports nothing here: this comment is no longer needed.
`);
});

test("a line of a scalar that looks like a suppression has no effect, and is not reported", () => {
  checkFindings(`
rgpd:
  conservation: |
    Écrire au-dessus de l'entrée :
    # rentree-ignore boolean-word: la raison
    # rentree-ignore boolean-word
  fiche-registre: "sur deux lignes
    # rentree-ignore boolean-word: la raison
    # rentree-ignore-file boolean-word: fichier généré"
espaces:
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

test("a comment above a block scalar that starts with a “#” applies to the entry of that scalar", () => {
  checkFindings(`
espaces:
  # rentree-ignore unknown-key: à venir
  zzzzzz: |
    # rentree-ignore boolean-word: la raison
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

const COMMENT = "  # rentree-ignore boolean-word: à reprendre\n";

test.each([
  ["in one entry", (many: number) => `espaces:\n${COMMENT.repeat(many)}  eleves: {}\n`],
  ["at the end", (many: number) => `espaces:\n  eleves: {}\n${COMMENT.repeat(many)}`],
  ["without a reason", (many: number) => `espaces:\n${"  # rentree-ignore x\n".repeat(many)}  eleves: {}\n`],
])("the number of comments (%s) does not change how often the text is read", (_, text) => {
  const countReads = (many: number) => {
    const block = leaf("file:///a.pronote.yaml", text(many), 0);
    const content = block.text;
    let reads = 0;
    Object.defineProperty(block, "text", { get: () => [content, reads++][0] });
    expect(suppressionsIn({ uri: block.uri, root: block }, new Set())).toHaveLength(many);
    return reads;
  };
  expect(countReads(300)).toBe(countReads(3));
});

test("the number of comments does not change how often a finding is examined", () => {
  const block = leaf("file:///a.pronote.yaml", "a: b\n", 0);
  const span = (line: number) => ({ block, line, col: 0, endLine: line, endCol: 1 });
  const unusedProblem = { id: "unused-suppression", at: span(0), message: message("Remove it") };
  const comment = (line: number): Suppression => ({
    line,
    rules: [{ id: "boolean-word", exists: true, unusedProblem }],
  });
  const countExaminations = (comments: number) => {
    let examined = 0;
    const found = (line: number) => ({
      at: span(line),
      get id() {
        examined++;
        return "boolean-word";
      },
    });
    const findings = Array.from({ length: 300 }, (_, line) => found(line));
    const suppressions = Array.from({ length: comments }, (_, line) => comment(line));
    const { remaining: left, problems } = applySuppressions(suppressions, findings, {
      lineOf: ({ line }) => line,
      complete: true,
      today: "2026-08-25",
    });
    expect([left.length, problems.length]).toEqual([300 - comments, 0]);
    return examined;
  };
  expect(countExaminations(300)).toBe(countExaminations(1));
});

test("a finding that stands for others that are not held is suppressed with the whole file only", () => {
  const at = { block: leaf("file:///a.yaml", "a: 1\n", 0), line: 0, col: 0, endLine: 0, endCol: 1 };
  const finding = { id: "x", at, more: 5 };
  const remaining = (line: number | "all") => {
    const rules = [{ id: "x", exists: true, unusedProblem: { id: "y", at, message: message("y") } }];
    const scope = { lineOf: () => 0, complete: true, today: "2026-08-25" };
    return applySuppressions([{ line, rules }], [finding], scope).remaining;
  };
  expect(remaining(0)).toEqual([finding]);
  expect(remaining("all")).toEqual([]);
});
