import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { message } from "../base/message.ts";
import { described, type Finding } from "../rules/api/rule.ts";
import { dedupe } from "./dedupe.ts";

const { context } = fixture(`
#- academie.pronote.yaml
niveaux: {}
#- ecole/a.pronote.yaml
classes: {}
matieres: {}
#- ecole/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
salles: {}$0
`);

/** Findings on these keys, in this order, each about a subject. */
function found(
  ...keys: readonly (readonly [key: string, subject?: string, id?: string])[]
): readonly Finding[] {
  const all = [...context.workspace.files.values()].flatMap(({ root }) => root.pairs.map(({ key }) => key));
  return keys.map(([name, subject, id = "x"]) => {
    const at = all.find(({ text }) => text === name)!;
    const rule = described(id, "error", "");
    return { id, at, message: message(name), rule, ...(subject === undefined ? undefined : { subject }) };
  });
}

/** The key of each finding that is told, with those that are related to it. */
function told(findings: readonly Finding[]): readonly string[] {
  return dedupe(context.snapshot, findings).map(({ at, related = [] }) =>
    [at, ...related.map((one) => one.at)].map((one) => ("text" in one ? one.text : "")).join(" "),
  );
}

test("what shows in several places is told at the first of them, whichever was found first", () => {
  expect(told(found(["matieres", "s"], ["classes", "s"]))).toEqual(["classes matieres"]);
  expect(told(found(["classes", "s"], ["matieres", "s"]))).toEqual(["classes matieres"]);
});

test("files come in their order, the establishment's own before its bases", () => {
  expect(told(found(["niveaux", "s"], ["salles", "s"], ["matieres", "s"]))).toEqual([
    "matieres salles niveaux",
  ]);
  expect(told(found(["niveaux", "s"], ["salles", "s"]))).toEqual(["salles niveaux"]);
});

test("other subjects, other rules, and what is about none are told by themselves", () => {
  const findings = found(["classes", "s"], ["matieres", "t"], ["salles", "s", "y"], ["niveaux"], ["niveaux"]);
  expect(dedupe(context.snapshot, findings)).toBe(findings);
  const some = found(["matieres", "s"], ["salles"], ["classes", "s"], ["niveaux"]);
  expect(told(some)).toEqual(["salles", "classes matieres", "niveaux"]);
});

test("what was related to the first stays so, in front", () => {
  const [first, second] = found(["classes", "s"], ["matieres", "s"]);
  const related = [{ at: found(["niveaux"])[0]!.at, message: message("There.") }];
  expect(told([second!, { ...first!, related }])).toEqual(["classes niveaux matieres"]);
});
