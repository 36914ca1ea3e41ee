/** The examples have the same findings when they are written in another style. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Document, isMap, isScalar, parseDocument, type Scalar, visit } from "yaml";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { fileText, parseFile } from "../../server/src/syntax/file.ts";
import { findingsIn } from "../support/check.ts";
import { workspaceOf } from "../support/workspace.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
/** Booleans, numbers and removals, which quotes would turn into texts. */
const NO_TEXT = /^(?:true|false|~|null|[\d.]+)$/;

const examples = workspaceOf(EXAMPLES);
const expected = findingsOf(examples);

const styles: { readonly [name: string]: (text: string) => string } = {
  "line ends of Windows": (text) => text.replace(/\n/g, "\r\n"),
  "a byte order mark": (text) => `\uFEFF${text}`,
  "no line end at the end": (text) => text.replace(/\n$/, ""),
  "comments between sections": (text) => text.replace(/\n(?=[a-z])/g, "\n# à revoir: en août\n\n"),
  "flow collections": reprinted((document) => {
    for (const { value } of isMap(document.contents) ? document.contents.items : [])
      if (isMap(value)) value.flow = true;
  }),
  "one flow collection": reprinted((document) => {
    if (isMap(document.contents)) document.contents.flow = true;
  }),
  "block collections": reprinted((document) => {
    visit(document, {
      Collection(_, node) {
        node.flow = false;
      },
    });
  }),
  "four spaces": reprinted(() => undefined, { indent: 4 }),
  "items at the column of their key": reprinted(() => undefined, { indentSeq: false }),
  "lines of forty columns": reprinted(() => undefined, { lineWidth: 40 }),
  "double quotes": reprinted((document) => requote(document, "QUOTE_DOUBLE")),
  "single quotes": reprinted((document) => requote(document, "QUOTE_SINGLE")),
};

/** Styles that put a password on one line with other values: then what that line holds is in no message. */
const ON_ONE_LINE = new Set(["flow collections", "one flow collection"]);

test.each(Object.entries(styles))("%s", (name, style) => {
  const shown = ON_ONE_LINE.has(name) ? withoutValues : (message: string) => message;
  expect(findingsOf(rewritten(style)).map(shown).sort()).toEqual(expected.map(shown).sort());
});

/** A message without the values that it quotes. */
function withoutValues(message: string): string {
  return message.replace(/“[^”]*”|\(example: [^)]*\)/g, "“…”");
}

function rewritten(style: (text: string) => string): Workspace {
  return examples.with(
    [...examples.files].map(([uri, file]) => [uri, parseFile(uri, style(fileText(file)))]),
  );
}

function findingsOf(workspace: Workspace): readonly string[] {
  const localize = localizerFor("en");
  return findingsIn({ workspace })
    .map(({ id, at, message }) => `${at.block.uri} ${id}: ${unquoted(localize(message))}`)
    .sort();
}

/** A message without the quotes of a quoted scalar, which it shows as written. */
function unquoted(message: string): string {
  return message.replace(/“(["'])(.*?)\1”/g, "“$2”");
}

/**
 * A style that is produced by parsing a text and printing it again; texts that are not valid YAML are left as they are.
 */
function reprinted(change: (document: Document.Parsed) => void, options = {}): (text: string) => string {
  return (text) => {
    const document = parseDocument(text, { schema: "failsafe", uniqueKeys: false });
    if (document.errors.length > 0) return text;
    change(document);
    return document.toString({ lineWidth: 0, ...options });
  };
}

function requote(document: Document.Parsed, type: Scalar.Type): void {
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && node.type === "PLAIN" && !NO_TEXT.test(String(node.value))) node.type = type;
    },
  });
}
