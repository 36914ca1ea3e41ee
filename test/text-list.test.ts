/** `npm run words` lists every text that users read, and those that changed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import packageFrench from "../package.nls.fr.json";
import { localizerFor } from "../server/src/base/localize.ts";
import { message } from "../server/src/base/message.ts";
import { pageOf } from "../server/src/rules/api/page.ts";
import { rules } from "../server/src/rules/index.ts";
import { rootSchema } from "../server/src/schema/schema.ts";
import { textsOfTheProgram } from "./support/schema-texts.ts";
import { filesIn, isProgram, textsOf } from "./support/sources.ts";
import { changedTexts, printedTexts, shownTexts } from "./support/text-list.ts";
import { wordingOf } from "./support/wording.ts";

const ROOT = join(import.meta.dirname, "..");
const listed = shownTexts(ROOT);
const pairs = new Set(listed.map(({ en, fr }) => `${en}\0${fr}`));
const french = localizerFor("fr");

/** Descriptions that the generator makes of the label of a permission. */
const OF_A_LABEL = /^PRONOTE shows (?:this box as|these boxes under) “/;

test.each([
  ["messages", [...wordingOf(textsOf(filesIn("server/src", "client/src").filter(isProgram))).texts.keys()]],
  ["pages", rules.map(({ docs }) => pageOf(docs).text.en)],
  ["schemas and the checklist", [...textsOfTheProgram(rootSchema)].map(({ en }) => en)],
  ["the manifest", Object.values(packageFrench)],
  ["snippets", snippetDescriptions()],
])("no text of %s is left out", (_, texts) => {
  const known = new Set(listed.flatMap(({ en, fr }) => [en, fr]));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => !known.has(text) && !OF_A_LABEL.test(text))).toEqual([]);
});

test("a text is listed with its other language", () => {
  expect(pairs).toContain(
    `Nothing to report in {0}.\0${french(message("Nothing to report in {0}.", "{0}"))}`,
  );
  for (const { en, fr } of textsOfTheProgram(rootSchema))
    if (!OF_A_LABEL.test(en)) expect(pairs).toContain(`${en}\0${fr}`);
});

test("a text of each kind is found in files of another revision, and what changed since is told", () => {
  const then = listOf({ "schemas/permissions.yaml": "a: { en: One, fr: Un }" });
  const now = listOf({
    "l10n/bundle.l10n.fr.json": '{ "Yes": "Oui" }',
    "package.nls.json": '{ "a": "Open" }',
    "package.nls.fr.json": '{ "a": "Ouvrir" }',
    "server/src/rules/network/a-fault.md": "# a-fault\n\n**fr** Une faute.\n\n**en** A fault.\n",
    "server/src/rules/README.md": "# readme\n\n**fr** Rien.\n\n**en** Nothing.\n",
    "schemas/a.schema.json": '{ "properties": { "b": { "title": "T", "x-fr": { "title": "U" } } } }',
    "schemas/permissions.yaml": "moved: { en: One, fr: Un }",
    "schemas/checklist.yaml": "items: [{ slug: s, en: Do, fr: Faire, what: { en: Why, fr: Pourquoi } }]",
    "snippets/a.json": '{ "A": { "description": "Un / One" } }',
  });
  expect(changedTexts(now, then).map(({ place, en, fr }) => [place, en, fr])).toEqual([
    ["a", "Open", "Ouvrir"],
    ["-", "Yes", "Oui"],
    ["a-fault", "A fault.", "Une faute."],
    ["properties/b: title", "T", "U"],
    ["items/s", "Do", "Faire"],
    ["items/s/what", "Why", "Pourquoi"],
    ["A", "", "Un / One"],
  ]);
  expect(printedTexts(now.slice(0, 1))).toBe("## package.nls.json\n\na\n  Ouvrir\n  Open\n");
});

function snippetDescriptions(): readonly string[] {
  return filesIn("snippets").flatMap((file) =>
    Object.values(
      JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Record<string, { readonly description: string }>,
    ).map(({ description }) => description),
  );
}

function listOf(files: Readonly<Record<string, string>>): ReturnType<typeof shownTexts> {
  const root = mkdtempSync(join(tmpdir(), "rentree-texts-"));
  const none = { "package.nls.json": "{}", "package.nls.fr.json": "{}" };
  const folders = { "l10n/x": "", "server/src/rules/x": "", "snippets/x": "" };
  try {
    for (const [file, text] of Object.entries({ ...none, ...folders, ...files })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return shownTexts(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
