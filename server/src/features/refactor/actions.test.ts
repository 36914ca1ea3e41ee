import { expect, test } from "vitest";
import { fixture } from "../../../../test/support/fixture.ts";
import { countReads } from "../../../../test/support/reads.ts";
import { leavesOf } from "../../syntax/blocks.ts";
import { codeActions, resolveCodeAction } from "../code-actions.ts";
import { fullClientSupport } from "../full-client-support.ts";
import { refactoringActions } from "./index.ts";

function actions(source: string, only?: string[], less: Partial<typeof fullClientSupport> = {}) {
  const { context, position } = fixture(source);
  const client = { ...fullClientSupport, ...less };
  const range = { start: position, end: position };
  const found = codeActions({ ...context, client }, { range, context: only ? { only } : {} });
  return found.filter(({ kind }) => kind?.startsWith("refactor") && !kind.includes("tick"));
}

const ALIASED = "edt: &x {}\n$0classes: { 6A: *x }\n";
const COMMENTED = "$0a:\n  # c\n  b: 1\n";

test("edits follow when an action is resolved", () => {
  const { context, position } = fixture("edt: { li$0cence: reseau }\n");
  const [action] = codeActions(context, { range: { start: position, end: position }, context: {} });
  expect([action?.title, action?.kind, action?.edit]).toEqual([
    "Write “edt” over several lines",
    "refactor.rewrite",
    undefined,
  ]);
  expect(resolveCodeAction(context, action ?? { title: "" }).edit?.documentChanges).toHaveLength(1);
});

test("a client that resolves nothing gets edits at once, and is not offered what would change values", () => {
  const less = { resolvesActions: false };
  expect(actions("edt: { li$0cence: reseau }\n", undefined, less)[0]?.edit?.documentChanges).toHaveLength(1);
  const titles = (list: ReturnType<typeof actions>) => list.map(({ title }) => title);
  expect(titles(actions(ALIASED))).toContain("Move “classes” to “classes.pronote.yaml”");
  expect(titles(actions(ALIASED, undefined, less))).not.toContain("Move “classes” to “classes.pronote.yaml”");
});

test("what is refused is listed with the reason, if refactorings are asked for and the client can show it", () => {
  expect(actions(COMMENTED, ["refactor"])).toMatchObject([
    {
      title: "Write “a” on one line",
      disabled: { reason: "There are comments in it, which would be lost." },
    },
  ]);
  expect(actions(COMMENTED)).toEqual([]);
  expect(actions(COMMENTED, ["refactor"], { disabledActions: false })).toEqual([]);
  expect(actions(COMMENTED, ["refactor.move"])).toEqual([]);
});

test("a file is created only for a client that can, and several files are shown before they change", () => {
  const source = "edt: {}\n$0classes:\n  6A: {}\n";
  const [refusedMove] = actions(source, ["refactor.move"], { creates: false });
  expect(refusedMove?.disabled?.reason).toContain("create files");
  const { context, position } = fixture(source);
  const [move] = codeActions(context, {
    range: { start: position, end: position },
    context: { only: ["refactor.move"] },
  });
  const changes = resolveCodeAction(context, move ?? { title: "" }).edit?.documentChanges ?? [];
  expect(changes.map((change) => ("kind" in change ? change.kind : "edit"))).toEqual([
    "create",
    "edit",
    "edit",
  ]);
});

test("an edit of several files is shown before it is applied", () => {
  const heir = "herite-de: ../base.pronote.yaml\n";
  const { context, position } = fixture(`
#- base.pronote.yaml
edt: {}
#- a/etablissement.pronote.yaml
${heir}$0regimes: { interne: {} }
#- b/etablissement.pronote.yaml
${heir}regimes: { interne: {} }
`);
  const [action] = codeActions(context, {
    range: { start: position, end: position },
    context: { only: ["refactor.extract"] },
  });
  const edit = resolveCodeAction(context, action ?? { title: "" }).edit;
  expect(edit?.documentChanges).toHaveLength(3);
  expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
    { label: "Move “regimes” to the base “base.pronote.yaml”", needsConfirmation: true },
  ]);
});

test("private names are not shown", () => {
  const [action] = actions("classes:\n  $0martin 0612345678: { niveau: 6e }\n", ["refactor"]);
  expect(action?.title ?? "").not.toContain("0612345678");
});

test("what is offered at a service is read from its own lines, not from the whole text", () => {
  const services = ["FRANC", "MATHS", "ANGLA"].map((code) => `      ${code}:\n        coefficient: 2\n`);
  const classes = Array.from({ length: 40 }, (_, at) => `  C${at}:\n    services:\n${services.join("")}`);
  const { context } = fixture(`classes:\n${classes.join("")}`);
  const line = 1 + 8 * 39 + 2;
  const far = leavesOf(context.file.root).slice(0, 20);
  const reads = countReads(far, "text");
  const titles = refactoringActions(context, { line, character: 8 }, () => true, true).map(
    ({ title }) => title,
  );
  expect(titles).toContain("Write “FRANC” on one line");
  expect(reads()).toBe(0);
});
