import { describe, expect, test } from "vitest";
import { type Fixture, fixture, ROOT } from "../../../test/support/fixture.ts";
import { itemIn, withoutStepLines } from "../../../test/support/steps.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { parseFile } from "../syntax/file.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import { Refusal } from "./context.ts";
import { tick } from "./tick.ts";

const URI = `${ROOT}/deroulement.pronote.yaml`;
const OTHER = "  dates-periodes: { fait: 2026-08-01 }\n";

/** Texts with an item `licences` whose line cannot be written anew without loss, and why. */
const REFUSED: readonly (readonly [name: string, text: string, reason: string])[] = [
  [
    "a conflict",
    `deroulement:\n<<<<<<< HEAD\n  licences: { fait: 2026-08-01 }\n=======\n  licences: { fait: 2026-08-02 }\n>>>>>>> b\n${OTHER}`,
    "“deroulement.pronote.yaml” holds two versions of a text, as git leaves them. Decide first what stays.",
  ],
  [
    "what is left of a conflict",
    `deroulement:\n  licences: { fait: 2026-08-01 }\n=======\n${OTHER}`,
    "“deroulement.pronote.yaml” holds two versions of a text, as git leaves them. Decide first what stays.",
  ],
  [
    "two sections",
    `deroulement:\n  licences: { fait: 2026-08-01 }\nderoulement:\n${OTHER}`,
    "“deroulement” is written twice in “deroulement.pronote.yaml”. Join them first.",
  ],
  [
    "the item twice",
    `deroulement:\n  licences: { fait: 2026-08-01, note: a }\n  licences: { fait: 2026-08-02, note: b }\n`,
    "“licences” has an error in “deroulement.pronote.yaml”. “licences” is written twice in the same place: neither holds until one of them is removed.",
  ],
  ...[
    "[]",
    "[licences]",
    "oui",
    "\n  - licences: { fait: 2026-08-01 }",
    "{ licences: { fait: 2026",
    "\n\tlicences: {}",
  ].map(
    (value) =>
      [
        `no map: ${JSON.stringify(value)}`,
        `deroulement: ${value}\n`,
        "“deroulement” cannot be read in “deroulement.pronote.yaml”. Correct it first.",
      ] as const,
  ),
  [
    "half a line of the item",
    `deroulement:\n  licences: { fait: 2026-08-01, note: "pay\n${OTHER}`,
    "“licences” stands in “deroulement.pronote.yaml” on a line that cannot be read.",
  ],
  [
    "a scalar",
    `deroulement:\n  licences: 2026-08-01\n`,
    "“licences” has an error in “deroulement.pronote.yaml”. Here, a group of keys is expected, not “2026-08-01”.",
  ],
  [
    "a key that is not known",
    `deroulement:\n  licences: { date: 2026-08-01 }\n`,
    "“licences” has an error in “deroulement.pronote.yaml”. Unknown key “date”. Did you mean “fait”?",
  ],
  [
    "a value that is not understood",
    `deroulement:\n  licences: { avant: 4 septembre }\n`,
    "“licences” has an error in “deroulement.pronote.yaml”. “4 septembre” is not a date as YYYY-MM-DD (example: 2026-09-01).",
  ],
  [
    "a text that others refer to",
    `deroulement:\n  licences: &a { fait: 2026-08-01 }\n  rne-etablissement: *a\n`,
    "“licences” in “deroulement.pronote.yaml” is shared with other entries by “&a”. Write each of them out first.",
  ],
];

describe.each(REFUSED)("nothing is written into %s", (_, text, reason) => {
  test.each(["fait", "a-faire", "sans-objet"] as const)("%s", (action) => {
    expect(() => ticked(text, { action, note: "non" })).toThrow(
      new Refusal(`Nothing was written: ${reason}`),
    );
  });
});

test.each(["{ format: 1 }\n", "- a\n", "\0"])("nothing is written into a file without lines: %j", (text) => {
  expect(() => ticked(text, {})).toThrow(Refusal);
});

/** Texts with faults that do not concern `licences`: one line changes, and all others stay as they are. */
const WRITTEN: readonly (readonly [name: string, text: string])[] = [
  ["half a key", `deroulement:\n  rne-eta\n${OTHER}`],
  ["half a line", `deroulement:\n  rne-etablissement: { fait: 2026-\n${OTHER}`],
  ["half a fingerprint", `deroulement:\n  revue-profils-professeurs: { empreinte: { "prof\n${OTHER}`],
  ["half a line at the end", `deroulement:\n${OTHER}  revue-profils-professeurs: { empreinte: { "prof`],
  ["half a line beside it", `deroulement:\n  licences: { fait: 2026-08-01 }\n  rne-eta\n${OTHER}`],
  ["a step that does not exist", `deroulement:\n  licence: { fait: 2026-08-01 }\n${OTHER}`],
  ["another item twice", `deroulement:\n${OTHER}${OTHER}`],
  ["another item that is no map", `deroulement:\n  rne-etablissement: [oui]\n${OTHER}`],
  ["a day that does not exist", `deroulement:\n  licences: { fait: 2026-02-30 }\n${OTHER}`],
  ["a fingerprint that is none", `deroulement:\n  licences: { fait: 2026-08-01, empreinte: abc }\n${OTHER}`],
];

describe.each(WRITTEN)("beside %s", (_, text) => {
  test.each([{ action: "fait" }, { action: "sans-objet", note: "non" }] as const)("$action", (more) => {
    const { after, item } = ticked(text, more);
    const before = text.split("\n");
    expect(item.state).toBe(more.action === "fait" ? "done" : "not-applicable");
    const own = (line: string) => /^ {2}licences:/.test(line);
    const lines = (after ?? "").split("\n");
    expect(lines.filter(own)).toHaveLength(1);
    expect(
      lines
        .filter((line) => !own(line))
        .join("\n")
        .trimEnd(),
    ).toBe(
      before
        .filter((line) => !own(line))
        .join("\n")
        .trimEnd(),
    );
  });
});

test("comments in a value that becomes one line move above it", () => {
  const { after } = ticked(
    "deroulement:\n  licences:\n    # payé\n    fait: 2026-06-01 # facture 12\n    note: vu # bis\n",
    {},
  );
  expect(after).toBe(
    "deroulement:\n  # facture 12\n  licences:\n    # payé\n    { fait: 2026-08-25, par: c, empreinte: {}, note: vu } # bis\n",
  );
});

test("ten thousand lines that are no steps", () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `  etape-${n}: { fait: 2026-08-01 }\n`).join("");
  const { after, item } = ticked(`deroulement:\n${lines}`, {});
  expect(item.state).toBe("done");
  expect(after).toBe(`deroulement:\n${lines}  licences: { fait: 2026-08-25, par: c, empreinte: {} }\n`);
});

/** The text once a person has done something with `licences`, and the item then. */
function ticked(text: string, more: Partial<TickArgument>) {
  const fixed = fixture(`#- etablissement.pronote.yaml\nformat: 1\n#- deroulement.pronote.yaml\n${text}`);
  const argument = { establishment: ROOT, slug: "licences", action: "fait", par: "c", ...more } as const;
  const edit = tick(fixed.context, argument);
  if (!edit) throw new Error("nothing to write");
  const texts = edited(fixed.texts, edit);
  return {
    after: withoutStepLines(texts.get(URI) ?? ""),
    item: itemIn({ workspace: reparsed(fixed, texts) }, "licences"),
  };
}

function reparsed({ workspace }: Fixture, texts: ReadonlyMap<string, string>) {
  return workspace.with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
}

test("what is not there any more is said", () => {
  const { context } = fixture(`#- deroulement.pronote.yaml\n${OTHER}`);
  const wanted: TickArgument = { establishment: ROOT, slug: "nowhere", action: "fait" };
  expect(() => tick(context, wanted)).toThrow("The checklist has no such step any more.");
  expect(() => tick(context, { ...wanted, establishment: `${ROOT}/gone` })).toThrow(
    "The establishment is not there any more.",
  );
});
