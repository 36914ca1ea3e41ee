import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import french from "../l10n/bundle.l10n.fr.json";
import packageFrench from "../package.nls.fr.json";
import packageEnglish from "../package.nls.json";
import { rootSchema } from "../server/src/schema/schema.ts";
import { titlesAndDescriptions } from "./support/schema-texts.ts";
import { filesIn, isProgram, textsOf } from "./support/sources.ts";
import { shownTexts } from "./support/text-list.ts";
import { faultsOf } from "./support/typography.ts";
import {
  bundleFaults,
  foreignQuotes,
  manifestNames,
  translationFaults,
  untranslated,
  wordingOf,
} from "./support/wording.ts";

const ROOT = join(import.meta.dirname, "..");

const { texts, unreadable } = wordingOf(textsOf(filesIn("server/src", "client/src").filter(isProgram)));
const schemaTexts = [...titlesAndDescriptions(rootSchema)];
const listed = shownTexts(ROOT);

test("every message is a literal in the code, so that its translation can be looked up", () => {
  expect(texts.size).toBeGreaterThan(100);
  expect(unreadable).toEqual([]);
});

test("every message has a French translation with the same arguments, and every translation is used", () => {
  expect(translationFaults(texts, french)).toEqual([]);
});

test("French texts have French typography", () => {
  const all = listed.map(({ fr }) => fr);
  expect(all.flatMap((text) => faultsOf(text).map((fault) => `${fault}: ${text}`))).toEqual([]);
});

test("English texts have English quotes", () => {
  expect(foreignQuotes(listed.map(({ en }) => en))).toEqual([]);
});

test("the manifest is in both languages, and has no unused texts", () => {
  const shown = manifestNames(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(bundleFaults(packageEnglish, packageFrench)).toEqual([]);
  expect(Object.keys(packageEnglish).toSorted()).toEqual(shown);
});

test("every title and description in the schema is in both languages", () => {
  expect(schemaTexts.length).toBeGreaterThan(1000);
  expect(untranslated(schemaTexts)).toEqual([]);
});

test.each([
  ["message(text)", "a.ts: message(text)"],
  ["message(`unknown`)", "a.ts: message("],
  ['message("one " + other)', "a.ts: message("],
  ["message(\n  isOne ? 'a' : 'b')", "a.ts: message("],
  ["vscode.l10n.t(text)", "a.ts: vscode.l10n.t(text)"],
])("a message that is no literal is found: %s", (source, found) => {
  const wording = wordingOf(new Map([["a.ts", `const said = ${source};`]]));
  expect(wording.texts.size).toBe(0);
  expect(wording.unreadable).toEqual([expect.stringContaining(found)]);
});

test.each([
  ['message("a “b”\\n", 1)', "a “b”\n"],
  ["message(\n  'it\\'s',\n)", "it's"],
  ['l10n.t("a \\u00e9")', "a é"],
  ['vscode.l10n.t("a")', "a"],
])("a message is read with its escapes resolved: %s", (source, text) => {
  const { texts, unreadable: others } = wordingOf(new Map([["a.ts", source]]));
  expect([[...texts], others]).toEqual([[[text, "a.ts"]], []]);
});

test.each([
  "// message(text)",
  " * message(text)",
  "export function message(text: string) {}",
  "error.message(text)",
])("no message is found in: %s", (source) => {
  expect(wordingOf(new Map([["a.ts", source]]))).toEqual({ texts: new Map(), unreadable: [] });
});

test.each([
  ["without French", {}, "a.ts: not translated: in {0}"],
  ["with an empty translation", { "in {0}": "" }, "a.ts: not translated: in {0}"],
  [
    "with the translation of another message",
    { "in {0}": "dans {0}", "of {0}": "de {0}" },
    "said no more: of {0}",
  ],
  ["with a translation that lacks an argument", { "in {0}": "dedans" }, "other arguments: in {0}: dedans"],
  [
    "with a translation that has another argument",
    { "in {0}": "dans {1}" },
    "other arguments: in {0}: dans {1}",
  ],
])("a text %s is found", (_, translations: Record<string, string>, fault) => {
  expect(translationFaults(new Map([["in {0}", "a.ts"]]), translations)).toContain(fault);
});

test("arguments may be in another order, and repeated", () => {
  const translations = { "{0} of {1}": "{1}, de {0} et {1}" };
  expect(translationFaults(new Map([["{0} of {1}", "a.ts"]]), translations)).toEqual([]);
});

test.each(["«a»", "a\u00a0: b"])("French quotes in English are found: %s", (text) => {
  expect(foreignQuotes(["“a”", text])).toEqual([text]);
});

test("a name that is missing in one language is found", () => {
  expect(bundleFaults({ a: "x", b: "x", c: "" }, { a: "y", c: "y", d: "y" })).toEqual(["b", "c", "d"]);
  expect(manifestNames('{ "title": "%b%", "text": "50 % of %a.c% and %b%" }')).toEqual(["a.c", "b"]);
});

test.each([
  [undefined, "k"],
  [{ en: "", fr: "a" }, "k"],
  [{ en: "a", fr: "" }, "k"],
])("a title in one language is found: %o", (text, path) => {
  expect(untranslated([{ path, text }])).toEqual([path]);
});
