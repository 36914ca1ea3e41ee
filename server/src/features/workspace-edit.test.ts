import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { codeActions } from "./code-actions.ts";
import type { Context } from "./context.ts";
import { workspaceEdit } from "./workspace-edit.ts";

const TITLE = "Move it to a file of its own, “a-2.pronote.yaml”";

function moving(source: string, client: Partial<Context["client"]> = {}) {
  const { context, position } = fixture(source);
  const range = { start: position, end: position };
  const ableContext = { ...context, client: { ...context.client, ...client } };
  return codeActions(ableContext, { range, context: {} }).find(({ title }) => title === TITLE);
}

test("a second document is moved to a new file", () => {
  const source = "#- a.pronote.yaml\nmatieres: { FRANC: {} }\n--$0-\nmatieres: { EPS: {} }\n";
  expect(moving(source)?.edit?.documentChanges).toEqual([
    { kind: "create", uri: "file:///academie/a-2.pronote.yaml" },
    {
      textDocument: { uri: "file:///academie/a-2.pronote.yaml", version: null },
      edits: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: "matieres: { EPS: {} }\n",
        },
      ],
    },
    {
      textDocument: { uri: "file:///academie/a.pronote.yaml", version: null },
      edits: [{ range: { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } }, newText: "" }],
    },
  ]);
});

test("moving is not offered if the file exists, or if the client cannot create files", () => {
  const source = "#- a.pronote.yaml\nmatieres: { FRANC: {} }\n--$0-\nmatieres: { EPS: {} }\n";
  expect(moving(`${source}#- a-2.pronote.yaml\nmatieres: { ANGL: {} }\n`)).toBeUndefined();
  expect(moving(source, { creates: false })).toBeUndefined();
});

test.each([
  ["\r\n", "x:\ny:\r\nz:\n", "x:\r\ny:\r\nz:\r\n"],
  ["\n", "x:\ny:\r\nz:\n", "x:\ny:\nz:\n"],
  ["\r", "x:\ny:\r\nz:\n", "x:\ry:\rz:\r"],
])("edits get the line ends of the file: %j", (end, newText, written) => {
  const { context } = fixture(`#- a.pronote.yaml\nformat: 1${end}licence: {}${end}$0`);
  const at = { block: context.file.root, line: 1, col: 0, endLine: 1, endCol: 0 };
  const { documentChanges } = workspaceEdit(context, [{ at, newText }]);
  expect(documentChanges).toMatchObject([{ edits: [{ newText: written }] }]);
});

/** The files that build workspace edits. */
function builders(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) =>
    /\bdocumentChanges\b|\bchanges: [{[]|{ changes: /.test(text) ? [file] : [],
  );
}

test("workspace edits are built in one file only", () => {
  const root = join(import.meta.dirname, "../../..");
  const files = new Map(
    ["server/src/features", "server/src/lsp", "client/src"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /(?<!\.test)\.ts$/.test(file))
        .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), "utf8")] as const),
    ),
  );
  expect(builders(files)).toEqual([
    // Reads the capability.
    "server/src/features/client-support.ts",
    // Has every capability.
    "server/src/features/full-client-support.ts",
    "server/src/features/workspace-edit.ts",
    // Joins edits that are built there.
    "server/src/features/refactor/index.ts",
    // Says which values a refactoring changes on purpose.
    "server/src/features/refactor/inline-inherited.ts",
    // Judges the changes of files that a client tells of.
    "server/src/lsp/params.ts",
    // Reads an edit, to save its files.
    "client/src/tick.ts",
  ]);
});

test.each([
  "return { documentChanges: [{ textDocument, edits }] };",
  "return { documentChanges };",
  "return { changes: { [uri]: edits } };",
  "const edit: WorkspaceEdit = { changes: byUri };",
])("building an edit elsewhere is detected: %s", (text) => {
  expect(builders(new Map([["a.ts", text]]))).toEqual(["a.ts"]);
});
