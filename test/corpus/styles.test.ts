/** The same things said in another style: the examples, spelt in other ways, give the findings that they give as they are. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Document, isMap, isScalar, parseDocument, type Scalar, visit } from "yaml";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { fileText, parseFile } from "../../server/src/syntax/file.ts";
import { findingsIn } from "../support/check.ts";
import { workspaceOf } from "../support/workspace.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
/** Boxes, numbers and removals: quoted, they would be texts. */
const NO_TEXT = /^(?:true|false|~|null|[\d.]+)$/;

const examples = workspaceOf(EXAMPLES);
const expected = foundIn(examples);

const styles: { readonly [name: string]: (text: string) => string } = {
  "line ends of Windows": (text) => text.replace(/\n/g, "\r\n"),
  "a byte order mark": (text) => `\uFEFF${text}`,
  "no line end at the end": (text) => text.replace(/\n$/, ""),
  "comments between sections": (text) => text.replace(/\n(?=[a-z])/g, "\n# à revoir: en août\n\n"),
  "flow collections": again((document) => {
    for (const { value } of isMap(document.contents) ? document.contents.items : [])
      if (isMap(value)) value.flow = true;
  }),
  "one flow collection": again((document) => {
    if (isMap(document.contents)) document.contents.flow = true;
  }),
  "block collections": again((document) => {
    visit(document, {
      Collection(_, node) {
        node.flow = false;
      },
    });
  }),
  "four spaces": again(() => undefined, { indent: 4 }),
  "items at the column of their key": again(() => undefined, { indentSeq: false }),
  "lines of forty columns": again(() => undefined, { lineWidth: 40 }),
  "double quotes": again((document) => requote(document, "QUOTE_DOUBLE")),
  "single quotes": again((document) => requote(document, "QUOTE_SINGLE")),
};

test.each(Object.entries(styles))("%s", (_, style) => {
  expect(foundIn(rewritten(style))).toEqual(expected);
});

function rewritten(style: (text: string) => string): Workspace {
  return examples.with(
    [...examples.files].map(([uri, file]) => [uri, parseFile(uri, style(fileText(file)))]),
  );
}

function foundIn(workspace: Workspace): readonly string[] {
  const localize = localizerFor("en");
  return findingsIn({ workspace })
    .map(({ id, at, message }) => `${at.block.uri} ${id}: ${localize(message)}`)
    .sort();
}

/** A style that is made by reading a text and writing it again; what is no YAML stays as it is. */
function again(change: (document: Document.Parsed) => void, options = {}): (text: string) => string {
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
