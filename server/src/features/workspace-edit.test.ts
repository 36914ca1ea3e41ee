import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { codeActions } from "./code-actions.ts";
import type { Context } from "./context.ts";

const TITLE = "Move it to a file of its own, “a-2.pronote.yaml”";

function moving(source: string, client: Partial<Context["client"]> = {}) {
  const { context, position } = fixture(source);
  const range = { start: position, end: position };
  const able = { ...context, client: { ...context.client, ...client } };
  return codeActions(able, { range, context: {} }).find(({ title }) => title === TITLE);
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

test("it is not where that file is there, or where the client creates none", () => {
  const source = "#- a.pronote.yaml\nmatieres: { FRANC: {} }\n--$0-\nmatieres: { EPS: {} }\n";
  expect(moving(`${source}#- a-2.pronote.yaml\nmatieres: { ANGL: {} }\n`)).toBeUndefined();
  expect(moving(source, { creates: false })).toBeUndefined();
});
