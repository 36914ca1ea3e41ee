import { expect, test } from "vitest";
import { findingsOf } from "../rules/findings.ts";
import { parseFile, unreadable } from "../syntax/file.ts";
import { Workspace } from "./workspace.ts";

test("a base that is not there is one finding: what it would say is unknown", () => {
  const marker = "file:///a/etablissement.pronote.yaml";
  const base = "file:///a/gone.pronote.yaml";
  const text =
    "herite-de: gone.pronote.yaml\nclasses: { 3A: { professeur-principal: roux } }\nprofesseurs: {}\n";
  const workspace = Workspace.empty(["file:///a"], "2026-08-25").with([
    [marker, parseFile(marker, text)],
    [base, unreadable(base, "missing")],
  ]);
  expect([...findingsOf(workspace).values()].flat().map(({ id }) => id)).toEqual(["herite-de"]);
});
