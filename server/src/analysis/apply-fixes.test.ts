import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { fileText } from "../syntax/file.ts";
import { applyFixes } from "./apply-fixes.ts";

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
