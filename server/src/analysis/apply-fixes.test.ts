import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { message } from "../base/message.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { fileText, rangeOf } from "../syntax/file.ts";
import { applyFixes, sureEdits } from "./apply-fixes.ts";

const MARKER = `${ROOT}/etablissement.pronote.yaml`;

function mendedText(source: string, uri = MARKER) {
  const { workspace } = fixture(source);
  const { workspace: after, fixes } = applyFixes(workspace, () => true, everything);
  const file = after.files.get(uri);
  return { text: file && fileText(file), fixes, after };
}

test("applies sure fixes until none is left, and only those", () => {
  const { text, fixes, after } = mendedText(`Communication:
  E-mails: { SMTP: { Port: 25 }, delegation_serveur: oui }
clases: {}
`);
  expect(text).toBe(`communication:
  e-mails: { smtp: { port: 25 }, delegation-serveur: true }
clases: {}
`);
  expect(fixes).toBe(6);
  expect(applyFixes(after, () => true, everything)).toEqual({ workspace: after, fixes: 0 });
});

test("leaves files alone that are not to be changed", () => {
  const { workspace } = fixture("Classes: {}\n");
  expect(applyFixes(workspace, (uri) => uri !== MARKER, everything)).toEqual({ workspace, fixes: 0 });
});

test("counts only the findings that it is told", () => {
  const { workspace } = fixture("Classes: {}\nespaces: { parents: { publie: oui } }\n");
  const { fixes } = applyFixes(
    workspace,
    () => true,
    (now) => [...findingsOf(now).values()].flat().filter(({ id }) => id === "boolean-word"),
  );
  expect(fixes).toBe(1);
});

test("of changes that overlap, or begin at one place, the second waits", () => {
  const { workspace } = fixture("abcdefgh\nijkl\n");
  const file = workspace.files.get(MARKER)!;
  const fixAt = (line: number, col: number, endLine: number, endCol: number, newText = "x") => ({
    fixes: [
      {
        title: message("x"),
        safety: "sure" as const,
        edits: [{ at: { block: file.root, line, col, endLine, endCol }, newText }],
      },
    ],
  });
  const taken = (...fixes: ReturnType<typeof fixAt>[]) =>
    sureEdits(fixes, (at) => ({ uri: MARKER, range: rangeOf(file, at) })).count;
  const first = fixAt(0, 2, 0, 4);
  // What is put in where another is put in, or begins: their order would be anyone's guess.
  expect(taken(fixAt(0, 2, 0, 2), fixAt(0, 2, 0, 2))).toBe(1);
  expect(taken(first, fixAt(0, 2, 0, 2))).toBe(1);
  expect(taken(fixAt(0, 2, 0, 2), first)).toBe(1);
  expect(taken(first, fixAt(0, 3, 0, 5))).toBe(1);
  expect(taken(first, fixAt(0, 0, 0, 3))).toBe(1);
  expect(taken(first, fixAt(0, 0, 1, 1))).toBe(1);
  expect(taken(fixAt(0, 0, 1, 2), fixAt(1, 1, 1, 3))).toBe(1);
  expect(taken(first, fixAt(0, 4, 0, 6), fixAt(0, 0, 0, 2), fixAt(1, 2, 1, 4))).toBe(4);
});

test("mends many faults of one file in one go", () => {
  const services = (word: string) =>
    Array.from({ length: 500 }, (_, n) => `      M${n}: { actif: ${word} }\n`).join("");
  const classes = (word: string) =>
    `classes:\n  6A:\n    periodicite: trimestriel\n    services:\n${services(word)}`;
  expect(mendedText(classes("oui"))).toMatchObject({ text: classes("true"), fixes: 500 });
});

function everything(workspace: Workspace): readonly Finding[] {
  return [...findingsOf(workspace).values()].flat();
}
