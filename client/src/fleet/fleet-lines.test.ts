import { expect, test } from "vitest";
import type { Fleet, FleetEstablishment } from "../../../server/src/features/fleet-protocol.ts";
import {
  arranged,
  barOf,
  DEFAULT_ARRANGEMENT,
  descriptionOf,
  establishmentsIn,
  grouped,
  iconOf,
  shortStepDescription,
  spokenOf,
  stepDescription,
  wordsFor,
} from "./fleet-lines.ts";

const l10n = {
  t: (text: string, ...values: (string | number)[]) =>
    text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};

function school(name: string, more: Partial<FleetEstablishment> = {}): FleetEstablishment {
  return {
    uri: `file:///${name}`,
    marker: `file:///${name}/etablissement.pronote.yaml`,
    name,
    total: 10,
    settled: 5,
    toRedo: 0,
    blocked: 0,
    overdue: 0,
    errors: 0,
    warnings: 0,
    next: [],
    answer: "Not ready.",
    ...more,
  };
}

function fleetOf(...establishments: FleetEstablishment[]): Fleet {
  return { establishments, findings: [], steps: [] };
}

const SCHOOLS = fleetOf(
  school("D", { settled: 10 }),
  school("C", { settled: 2, toRedo: 1 }),
  school("É", { errors: 3, base: "b.yaml" }),
  school("A", { overdue: 1, days: 12, base: "a.yaml" }),
);
const names = (list: readonly FleetEstablishment[]) => list.map(({ name }) => name).join("");

test("sorted by what needs attention: overdue, errors, to redo, then the least progress", () => {
  expect(names(arranged(SCHOOLS, DEFAULT_ARRANGEMENT))).toBe("AÉCD");
});

test("sorted by one thing; those that are equal by name, with É after D", () => {
  const by = (sort: Parameters<typeof arranged>[1]["sort"]) =>
    names(arranged(SCHOOLS, { ...DEFAULT_ARRANGEMENT, sort }));
  expect(by("name")).toBe("ACDÉ");
  expect(by("progress")).toBe("CAÉD");
  expect(by("errors")).toBe("ÉACD");
  expect(by("redo")).toBe("CADÉ");
  expect(by("overdue")).toBe("ACDÉ");
  expect(by("start")).toBe("ACDÉ");
  const numbered = fleetOf(school("École 11"), school("École 2"));
  expect(names(arranged(numbered, { ...DEFAULT_ARRANGEMENT, sort: "name" }))).toBe("École 2École 11");
});

test("filtered", () => {
  const only = (filter: Parameters<typeof arranged>[1]["filter"]) =>
    names(arranged(SCHOOLS, { ...DEFAULT_ARRANGEMENT, sort: "name", filter }));
  expect(only("all")).toBe("ACDÉ");
  expect(only("open")).toBe("ACÉ");
  expect(only("errors")).toBe("É");
  expect(only("redo")).toBe("C");
  expect(only("overdue")).toBe("A");
  expect(
    names(
      arranged(fleetOf(school("X", { settled: 10, errors: 1 })), { ...DEFAULT_ARRANGEMENT, filter: "open" }),
    ),
  ).toBe("X");
});

test("grouped by base, those without one last", () => {
  expect([...grouped(SCHOOLS.establishments, "base").keys()]).toEqual(["a.yaml", "b.yaml", ""]);
});

test("a bar is full only if everything is settled, and empty only below a fifth", () => {
  const bar = (settled: number) => barOf(school("A", { settled, total: 100 }));
  expect([bar(0), bar(19), bar(20), bar(99), bar(100)]).toEqual([
    "▱▱▱▱▱",
    "▱▱▱▱▱",
    "▰▱▱▱▱",
    "▰▰▰▰▱",
    "▰▰▰▰▰",
  ]);
});

test("says behind the name what needs attention, and to who hears it the answer too", () => {
  const one = school("A", { overdue: 1, errors: 2, toRedo: 3, days: 12 });
  expect(descriptionOf(one)).toBe("▰▰▱▱▱ 5/10 ⚠1 ✗2 ↻3");
  expect(wordsFor(one, l10n)).toBe("5 of 10, overdue: 1, errors: 2, 3 to redo, 12 days left");
  expect(spokenOf(one, l10n)).toBe("A, 5 of 10, overdue: 1, errors: 2, 3 to redo, 12 days left, Not ready.");
  expect(wordsFor(school("A", { days: -3 }), l10n)).toBe("5 of 10");
  expect(wordsFor(school("A", { days: 1 }), l10n)).toBe("5 of 10, 1 day left");
});

test("the icon tells the worst", () => {
  expect(iconOf(school("A", { errors: 1, overdue: 1 }))[0]).toBe("error");
  expect(iconOf(school("A", { overdue: 1 }))[0]).toBe("calendar");
  expect(iconOf(school("A", { settled: 10 }))[0]).toBe("pass-filled");
  expect(iconOf(school("A"))[0]).toBe("mortar-board");
});

test("a finding counts establishments, not places; a step says where it can be ticked", () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const place = (establishment: string) => ({ establishment, at: { uri: "f", range } });
  const finding = { rule: "r", severity: "error", message: "m", places: ["a", "a", "b"].map(place) } as const;
  expect(establishmentsIn(finding)).toEqual(["a", "b"]);
  const step = { slug: "s", title: "S", open: ["a", "b"], tickable: ["a"] };
  expect(stepDescription(step, l10n)).toBe("open in 2, ready in 1");
  expect(stepDescription({ ...step, tickable: step.open }, l10n)).toBe("open in 2");
  expect(shortStepDescription(step, l10n)).toBe("2, ready in 1");
  expect(shortStepDescription({ ...step, tickable: step.open }, l10n)).toBe("2");
});
