import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { countReads } from "../../../test/support/reads.ts";
import { establishmentOf } from "../model/establishment.ts";
import { declarationsOf } from "../model/symbols.ts";
import { Workspace } from "../model/workspace.ts";
import { effectiveText } from "../rollout/effective.ts";
import { converted } from "../schema/convert.ts";
import type { SemanticIndex } from "../schema/semantic-index.ts";
import type { Leaf, Value } from "../schema/value.ts";
import { leavesOf } from "../syntax/blocks.ts";
import { editFile } from "../syntax/file.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import { completion } from "./completion.ts";
import type { Context } from "./context.ts";
import { documentSymbols } from "./document-symbols.ts";
import { formatDocument, formatOnEnter } from "./formatting.ts";
import { semanticTokens } from "./semantic-tokens.ts";

const TEACHERS = Array.from({ length: 60 }, (_, at) => `  t${at}: { nom: T${at}, prenom: Zoé }`);
const CLASSES = Array.from(
  { length: 60 },
  (_, at) => `  C${at}:\n    niveau: 6e\n    professeur-principal: t${at}`,
);
const { context } = fixture(["professeurs:", ...TEACHERS, "classes:", ...CLASSES, ""].join("\n"));
/** The line of the level of the last class. */
const EDITED = 1 + TEACHERS.length + 1 + 3 * CLASSES.length - 2;

/** The context after another level was written for the last class. */
function edited({ file, workspace }: Context, newText = "5e"): Context {
  const range = { start: { line: EDITED, character: 12 }, end: { line: EDITED, character: 14 } };
  const now = editFile(file, [{ range, newText }]);
  const after = Workspace.empty(workspace.roots, workspace.today).with([[now.uri, now]]);
  return { ...context, file: now, workspace: after, snapshot: after.of(now.uri)[0] ?? context.snapshot };
}

/** All parts of an index that are blocks. */
function parts(index: SemanticIndex): readonly SemanticIndex[] {
  return [...(index.block ? [index] : []), ...index.below.flatMap(parts)];
}

test("after an edit, the names of unchanged blocks are not gathered again for semantic tokens", () => {
  const before = semanticTokens(context);
  const reads = countReads(parts(converted(context.file).index), "mentions");
  const after = semanticTokens(edited(context));
  expect(after).toHaveLength(before.length);
  expect(reads()).toBe(0);
});

test("after an edit, the outline says of unchanged things what it said before", () => {
  documentSymbols(context);
  const names = context.file.root.pairs[0]?.value;
  const texts = (names?.kind === "map" ? names.pairs : []).flatMap(({ value }) =>
    value.kind === "map" ? value.pairs.map((pair) => pair.value as ScalarNode) : [],
  );
  const reads = countReads(texts, "text");
  const [teachers] = documentSymbols(edited(context));
  expect(teachers).toMatchObject({ children: { length: 60, 59: { detail: "Zoé T59" } } });
  expect(reads()).toBe(0);
});

const leavesIn = (value: Value): readonly Leaf[] => (value.kind === "leaf" ? [value] : []);

test("after an edit, effective values of unchanged things are not written again", () => {
  const textOf = ({ snapshot, localize }: Context) =>
    effectiveText(snapshot, { localize, nameOf: () => "f" });
  const before = textOf(context);
  const things = [...(establishmentOf(context.snapshot).value.get("professeurs")?.entries.values() ?? [])];
  const leaves = things.flatMap(({ value }) =>
    value.kind === "map" ? [...value.entries.values()].flatMap((entry) => leavesIn(entry.value)) : [],
  );
  expect(leaves).toHaveLength(2 * TEACHERS.length);
  const reads = countReads(leaves, "value");
  expect(textOf(edited(context))).toBe(before.replace(/6e(?!.*6e)/s, "5e"));
  expect(reads()).toBe(0);
});

test("after an edit, completion knows the unchanged names already", () => {
  const position = { line: EDITED + 1, character: 26 };
  const before = completion(context, { position });
  const reads = countReads(declarationsOf(context.file), "name");
  expect(completion(edited(context), { position })).toEqual(before);
  expect(before.length).toBeGreaterThanOrEqual(60);
  expect(reads()).toBe(0);
});

test("after an edit, other sections are not read again to format a document, or a line that was ended", () => {
  const options = { tabSize: 2 };
  formatDocument(context, { options });
  const teachers = leavesOf(context.file.root).filter(({ text }) => /^ {2}t\d/.test(text));
  expect(teachers).toHaveLength(TEACHERS.length);
  const reads = countReads(teachers, "text");
  const after = edited(context, "5e  ");
  expect(formatDocument(after, { options })).toHaveLength(1);
  const position = { line: EDITED + 1, character: 0 };
  expect(formatOnEnter(after, { options, position })).toHaveLength(1);
  expect(reads()).toBe(0);
});
