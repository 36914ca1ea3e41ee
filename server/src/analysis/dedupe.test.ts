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

/** Findings on these keys, in this order, each with a subject. */
function findingsOn(
  ...keys: readonly (readonly [key: string, subject?: string, id?: string])[]
): readonly Finding[] {
  const all = [...context.workspace.files.values()].flatMap(({ root }) => root.pairs.map(({ key }) => key));
  return keys.map(([name, subject, id = "x"]) => {
    const at = all.find(({ text }) => text === name)!;
    const rule = described(id, "error", "");
    return { id, at, message: message(name), rule, ...(subject === undefined ? undefined : { subject }) };
  });
}

/** The key of each remaining finding, followed by those of its related information. */
function remainingKeys(findings: readonly Finding[]): readonly string[] {
  return dedupe(context.snapshot, findings).map(({ at, related = [] }) =>
    [at, ...related.map((one) => one.at)].map((one) => ("text" in one ? one.text : "")).join(" "),
  );
}

test("findings about one subject are reported at the first place, whichever was found first", () => {
  expect(remainingKeys(findingsOn(["matieres", "s"], ["classes", "s"]))).toEqual(["classes matieres"]);
  expect(remainingKeys(findingsOn(["classes", "s"], ["matieres", "s"]))).toEqual(["classes matieres"]);
});

test("the first place is in the establishment's own files, in their order, then in its bases", () => {
  expect(remainingKeys(findingsOn(["niveaux", "s"], ["salles", "s"], ["matieres", "s"]))).toEqual([
    "matieres salles niveaux",
  ]);
  expect(remainingKeys(findingsOn(["niveaux", "s"], ["salles", "s"]))).toEqual(["salles niveaux"]);
});

test("findings about other subjects, of other rules or without a subject are reported separately", () => {
  const findings = findingsOn(
    ["classes", "s"],
    ["matieres", "t"],
    ["salles", "s", "y"],
    ["niveaux"],
    ["niveaux"],
  );
  expect(dedupe(context.snapshot, findings)).toBe(findings);
  const some = findingsOn(["matieres", "s"], ["salles"], ["classes", "s"], ["niveaux"]);
  expect(remainingKeys(some)).toEqual(["salles", "classes matieres", "niveaux"]);
});

test("the related information of the first finding is kept, before the other places", () => {
  const [first, second] = findingsOn(["classes", "s"], ["matieres", "s"]);
  const related = [{ at: findingsOn(["niveaux"])[0]!.at, message: message("There.") }];
  expect(remainingKeys([second!, { ...first!, related }])).toEqual(["classes niveaux matieres"]);
});

test("findings with one cause, of whatever rules, are reported once; not at all if the cause has a finding", () => {
  const [one, other, cause] = findingsOn(["classes"], ["salles"], ["matieres"]);
  if (!one || !other || !cause) throw new Error("no findings");
  const because = { cause: cause.at };
  const both = [
    { ...other, ...because, id: "y" },
    { ...one, ...because },
  ];
  expect(remainingKeys(both)).toEqual(["classes salles"]);
  // What the others say is kept: they may be of different rules.
  const [remaining] = dedupe(context.snapshot, both);
  expect(remaining?.related?.map(({ message: text }) => text)).toEqual([other.message]);
  expect(remainingKeys([...both, cause])).toEqual(["matieres"]);
  expect(remainingKeys([...both, { ...cause, ...because }])).toEqual(["matieres"]);
});

test("of findings about one subject, those that are not held are counted together", () => {
  const [first, second] = findingsOn(["classes", "s"], ["matieres", "s"]);
  const [merged] = dedupe(context.snapshot, [first!, { ...second!, more: 5 }]);
  expect(merged?.more).toBe(5);
});
