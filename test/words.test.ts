import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import french from "../l10n/bundle.l10n.fr.json";
import packageFrench from "../package.nls.fr.json";
import packageEnglish from "../package.nls.json";
import { pageOf } from "../server/src/rules/api/page.ts";
import { rules } from "../server/src/rules/index.ts";
import { rootSchema, type Schema } from "../server/src/schema/schema.ts";
import { faultsOf } from "./support/typography.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A call of `message` or of VS Code's `l10n.t`, up to its text. */
const CALL = /(?<![\w.])(?:message|(?:vscode\.)?l10n\.t)\(\s*/g;
const LITERAL = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/;

const texts = new Map<string, string>();
const others: string[] = [];
for (const file of [...sources("server/src"), ...sources("client/src")]) {
  const source = readFileSync(join(ROOT, file), "utf8");
  for (const { 0: call, index } of source.matchAll(CALL)) {
    if (
      /^\s*(?:\/?\*|\/\/|export function|function)/.test(
        source.slice(source.lastIndexOf("\n", index) + 1, index),
      )
    )
      continue;
    const literal = LITERAL.exec(source.slice(index + call.length))?.[0];
    if (literal) texts.set(unquoted(literal), file);
    else others.push(`${file}: ${source.slice(index, index + 60)}`);
  }
}

test("what is said is a text in the code, so that its French can be looked up", () => {
  expect(texts.size).toBeGreaterThan(100);
  expect(others).toEqual([]);
});

test("every text has its French", () => {
  const without = [...texts].filter(([text]) => !Object.hasOwn(french, text));
  expect(without.map(([text, file]) => `${file}: ${text}`)).toEqual([]);
});

test("no French is left of what is said no more", () => {
  expect(Object.keys(french).filter((text) => !texts.has(text))).toEqual([]);
});

test("both languages have the same arguments", () => {
  const differing = Object.entries(french).filter(
    ([en, fr]) => String(placeholders(en)) !== String(placeholders(fr)),
  );
  expect(differing).toEqual([]);
});

test("French is set as it is printed", () => {
  const all = [
    ...Object.values(french),
    ...Object.values(packageFrench),
    ...pagesInFrench(),
    ...schemasInFrench(),
  ];
  expect(all.flatMap((text) => faultsOf(text).map((fault) => `${fault}: ${text}`))).toEqual([]);
});

test("English is quoted in its own way", () => {
  const wrong = [...texts.keys()].filter((text) => /[«»]|\u00a0/.test(text));
  expect(wrong).toEqual([]);
});

test("the manifest is in both languages", () => {
  expect(Object.keys(packageFrench).toSorted()).toEqual(Object.keys(packageEnglish).toSorted());
});

test("every title and description of the language is in both languages", () => {
  const single: string[] = [];
  walk(rootSchema, "", (schema, path) => {
    for (const part of ["title", "description"] as const) {
      const words = schema[part];
      if (words && (words.en === "" || words.fr === "")) single.push(`${path}: ${part}`);
      if (!words && path !== "") single.push(`${path}: no ${part}`);
    }
  });
  expect(single).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/generated|new-rule/.test(file))
    .map((file) => `${folder}/${file}`);
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|.)/gi, (_, code: string) =>
      code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code === "n" ? "\n" : code,
    );
}

function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g))].toSorted();
}

function pagesInFrench(): readonly string[] {
  return rules.map(({ docs }) => pageOf(docs).text.fr);
}

function schemasInFrench(): readonly string[] {
  const found: string[] = [];
  walk(rootSchema, "", ({ title, description }) => {
    for (const words of [title, description]) if (words) found.push(words.fr);
  });
  return found;
}

function walk(
  schema: Schema,
  path: string,
  visit: (schema: Schema, path: string) => void,
  seen = new Set<Schema>(),
): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  visit(schema, path);
  for (const [key, below] of schema.properties) walk(below, `${path}/${key}`, visit, seen);
  if (schema.additional) walk(schema.additional, `${path}/*`, visit, seen);
}
