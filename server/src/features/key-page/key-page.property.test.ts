/** Every key of the language has a page in both languages, and every page keeps what pages promise. */
import { posix } from "node:path";
import { expect, test } from "vitest";
import { findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { filesIn, textsOf } from "../../../../test/support/sources.ts";
import { wordingOf } from "../../../../test/support/wording.ts";
import { localizerFor } from "../../base/localize.ts";
import type { Language, LocalizedText } from "../../base/message.ts";
import { language as formRules } from "../../rules/language/index.ts";
import { meaningOf } from "../../schema/describe.ts";
import { keysBelow, type LanguageKey, languageKeyAt } from "../../schema/language-keys.ts";
import { rootSchema, type Schema } from "../../schema/schema.ts";
import { keyPageUri } from "../page-address.ts";
import { pageMarkdown } from "../pages.ts";

const LANGUAGES = ["en", "fr"] as const;

const keys = keysFrom(languageKeyAt([]));

function keysFrom(key: LanguageKey | undefined): readonly LanguageKey[] {
  return key ? [key, ...keysBelow(key).flatMap(keysFrom)] : [];
}

/** The path of the URI of a key's page. */
function pathOf({ path }: Pick<LanguageKey, "path">): string {
  return decodeURIComponent(new URL(keyPageUri(path)).pathname);
}

function pageOf(key: LanguageKey, language: Language): string {
  const page = pageMarkdown(pathOf(key), language);
  if (page === null) throw new Error(`no page of ${key.path.join("/")}`);
  return page;
}

/** The pages that a page links to, by the paths of their URIs. */
function linkedFrom(key: LanguageKey, page: string): readonly string[] {
  const text = page.replace(/^```[\s\S]*?^```/gm, "");
  return Array.from(text.matchAll(/\]\(([^()]*)\)/g), ([, link = ""]) =>
    posix.join(posix.dirname(pathOf(key)), link),
  );
}

/** All schemas that a value may have, each once. */
function schemasFrom(schema: Schema, known = new Set<Schema>()): ReadonlySet<Schema> {
  if (known.has(schema)) return known;
  known.add(schema);
  const { properties, additional, items } = schema;
  for (const below of [...properties.values(), additional, items]) if (below) schemasFrom(below, known);
  return known;
}

test("every schema is that of a key with a page, or of the items of a list that has one", () => {
  const shown = new Set(keys.flatMap(({ schema }) => [schema, schema.items]));
  expect([...schemasFrom(rootSchema)].filter((schema) => !shown.has(schema))).toEqual([]);
  expect(keys.length).toBeGreaterThan(1000);
  expect(new Set(keys.map(pathOf)).size).toBe(keys.length);
});

test.each(LANGUAGES)("every page says what it is about: %s", (language) => {
  for (const key of keys) {
    const page = pageOf(key, language);
    const { title, description } = key.schema;
    expect(page, pathOf(key)).toMatch(/^# \S/);
    expect(page.slice(2, page.indexOf("\n"))).toBe(title?.[language]);
    expect(page).toContain(description?.[language]);
    const { enum: values = [] } = key.schema.items ?? key.schema;
    for (const value of values) {
      const [meaning] = meaningOf(key.schema.items ?? key.schema, value);
      expect(page).toContain(
        meaning ? `\`${value}\`${language === "fr" ? "\u00a0" : ""}: ${meaning[language]}` : value,
      );
    }
  }
});

test.each(LANGUAGES)(
  "every link leads to a page, up to the whole file and down to the keys: %s",
  (language) => {
    let links = 0;
    for (const key of keys) {
      const linked = linkedFrom(key, pageOf(key, language));
      links += linked.length;
      expect([pathOf(key), linked.filter((path) => pageMarkdown(path, language) === null)]).toEqual([
        pathOf(key),
        [],
      ]);
      expect(linked).toEqual(expect.arrayContaining(keysBelow(key).map(pathOf)));
      const above = key.path.map((_, at) => pathOf({ path: key.path.slice(0, at) }));
      expect(linked.slice(0, above.length)).toEqual(above);
    }
    expect(links).toBeGreaterThan(5000);
  },
);

test.each(LANGUAGES)("no page contains words of the other language: %s", (language) => {
  const other = language === "en" ? "fr" : "en";
  const { texts } = wordingOf(textsOf(filesIn("server/src/features/key-page")));
  const said = [...texts.keys()].map((text) => ({ text, args: [] }));
  const [own, foreign] = [language, other].map((one) => said.map(localizerFor(one as Language)));
  const parts = (all: readonly string[] = []) =>
    new Set(
      all.flatMap((text) => text.split(/\{\d\}/)).filter((part) => /\p{L}{3}.*\P{L}\p{L}{2}/u.test(part)),
    );
  const ownParts = parts(own);
  const foreignParts = [...parts(foreign)].filter((part) => !ownParts.has(part));
  expect(foreignParts.length).toBeGreaterThan(20);
  for (const key of keys) {
    const page = pageOf(key, language);
    const foreignTexts = textsIn(key.schema).filter((text) => !isSame(text));
    const found = [
      ...foreignParts.filter((part) => page.includes(part)),
      ...foreignTexts.flatMap((text) => (page.includes(text[other]) ? [text[other]] : [])),
      ...(language === "fr" ? (/\b(?:the|which|with|are)\b/i.exec(withoutNames(page)) ?? []) : []),
    ];
    expect([pathOf(key), found]).toEqual([pathOf(key), []]);
  }
});

/** A page without code, titles of documents, and the names of rules, which are English in both languages. */
function withoutNames(page: string): string {
  return page.replace(/`[^`]*`|«[^»]*»|\[[\w-]+\]\([^()]*\)/g, "");
}

/** The sentences of a schema. */
function textsIn({ description, rgpd, follows, missing, moved, expected }: Schema): readonly LocalizedText[] {
  return [description, rgpd, follows, missing, moved, expected].flatMap((text) => text ?? []);
}

function isSame({ en, fr }: LocalizedText): boolean {
  return en === fr || en.includes(fr) || fr.includes(en);
}

test("every example of a whole file has the form that the language wants", () => {
  // An example shows one key: what else is needed is not in it.
  const isForm = new Set(formRules.map(({ id }) => id).filter((id) => id !== "missing-key"));
  let examples = 0;
  for (const key of keys.filter(({ path }) => !path.includes("*"))) {
    for (const [, text = ""] of pageOf(key, "en").matchAll(/^```yaml\n([\s\S]*?)^```/gm)) {
      examples++;
      const found = findingsIn(fixture(text)).filter(
        ({ id, rule }) => isForm.has(id) && rule.severity === "error",
      );
      expect([text, found.map(({ id }) => id)]).toEqual([text, []]);
    }
  }
  expect(examples).toBeGreaterThan(100);
});
