import { expect, test } from "vitest";
import { fixture } from "../../../../test/support/fixture.ts";
import { establishmentOf } from "../../model/establishment.ts";
import type { Workspace } from "../../model/workspace.ts";
import { changeFile, fileText } from "../../syntax/file.ts";
import { teachersOf } from "./groups.ts";
import { repeatedIn } from "./repeated-services.ts";
import {
  activeIn,
  type Learners,
  matieresIn,
  type Services,
  switchedOffIn,
  withoutNotesIn,
} from "./services.ts";

/** Enough lines for each class to be a block of its own. */
const others = Array.from({ length: 12 }, (_, index) => `  5${index}:\n    services:\n      LATIN: {}\n`);
const { context, workspace } = fixture(`
classes:
${others.join("")}  6A:
    services:
      FRANC: { professeurs: [martin] }
  6B:
    services:
      FRANC: { professeurs: [martin], mode: sans-notes }
      FRANC-2: { matiere: FRANC, professeurs: [martin] }
      LATIN: { professeurs: [durand], actif: false }
`);

function classe(name: string, { snapshots: [snapshot] }: Workspace): Learners {
  const value = snapshot && establishmentOf(snapshot).value.get("classes")?.get(name);
  if (!value) throw new Error(`no class ${name}`);
  return { name, value };
}

const cases: readonly (readonly [string, (services: Services, classe: Learners) => unknown, unknown])[] = [
  ["active", (services) => activeIn(services).map(({ name }) => name), ["FRANC", "FRANC-2"]],
  ["switched off", (services) => switchedOffIn(services).map(({ value }) => value), [false]],
  ["without notes", (services) => withoutNotesIn(services).map(({ name }) => name), ["FRANC"]],
  ["matières", (services) => [...matieresIn(services)], ["FRANC"]],
  ["teachers", (_, one) => teachersOf(one), ["martin"]],
  [
    "repeated",
    (services) => repeatedIn(services).map((pair) => pair.map(({ name }) => name)),
    [["FRANC", "FRANC-2"]],
  ],
];

test.each(cases)("the services of a class: %s", (_, read, expected) => {
  const one = classe("6B", workspace);
  const services = one.value.get("services");
  expect(services && read(services, one)).toEqual(expected);
});

test("an edit in one class leaves the cached results of the others", () => {
  const lines = fileText(context.file).split("\n");
  const line = lines.findIndex((text) => text.includes("FRANC: {"));
  const end = { line, character: lines[line]?.indexOf("{") ?? 0 };
  const changed = workspace.with([[context.file.uri, changeFile(context.file, { start: end, end }, " ")]]);
  const cachedReadings = [activeIn, switchedOffIn, withoutNotesIn, matieresIn, repeatedIn];
  for (const [name, isSame] of [
    ["6A", false],
    ["6B", true],
  ] as const) {
    const before = classe(name, workspace);
    const after = classe(name, changed);
    const services = [before, after].map(({ value }) => value.get("services"));
    const all = services.map((one) => one && cachedReadings.map((read): unknown => read(one)));
    expect(services[0] === services[1]).toBe(isSame);
    for (const [index] of cachedReadings.entries()) expect(all[0]?.[index] === all[1]?.[index]).toBe(isSame);
    expect(teachersOf(before) === teachersOf(after)).toBe(isSame);
  }
});
