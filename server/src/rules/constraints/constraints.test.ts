/** Every line of `x-constraints` in the schema; that its page is complete and right is tested with all pages. */
import { expect, test } from "vitest";
import { findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import type { ComparedValue } from "../../schema/constraints.ts";
import { constraints } from "../../schema/generated/constraints.ts";
import { schemaAt } from "../../schema/schema.ts";
import { constraintTexts } from "../../schema/schema-texts.ts";
import { ruleById } from "../index.ts";
import { knowsDerivation } from "./derived-values.ts";

const ids = constraints.map(({ id }) => id);

test.each(ids)("%s has an id of its own, in kebab case", (id) => {
  expect(id).toMatch(/^(?!no-)[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(ruleById.get(id)?.on).not.toEqual([]);
});

test.each(ids)("the bad example of %s has this finding, and no other", (id) => {
  expect(findingsIn(fixture(constraintTexts[id]?.bad ?? "")).map((finding) => finding.id)).toEqual([id]);
});

test.each(constraints)("all paths of $id exist in the schema", ({ readings }) => {
  for (const { subject, below, keys, only, ...relation } of readings) {
    const holder = [...subject, ...below];
    for (const key of keys) expect(schemaAt([...holder, key]), `${holder.join("/")}/${key}`).toBeDefined();
    for (const path of pathsIn([relation.value, only])) {
      if (relation.relation === "names") continue;
      const from = path.root ? [] : holder.slice(0, holder.length - path.up);
      expect(schemaAt([...from, ...path.keys]), `${from.join("/")} → ${path.keys.join("/")}`).toBeDefined();
    }
  }
});

test.each(constraints)("all derivations of $id exist", ({ readings }) => {
  for (const { relation, value } of readings) {
    if (relation === "equals") expect(knowsDerivation(value)).toBe(true);
    if (relation === "range")
      for (const bound of Object.values(value) as ComparedValue[]) expect(knowsDerivation(bound)).toBe(true);
  }
});

interface FoundPath {
  readonly root: boolean;
  readonly up: number;
  readonly keys: readonly string[];
}

/** The paths that are compared with values of this establishment; not those in a thing that a value names. */
function pathsIn(value: unknown): readonly FoundPath[] {
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("via" in value) return pathsIn(value.via);
  if ("keys" in value && "root" in value) return [value as FoundPath];
  return Object.values(value).flatMap(pathsIn);
}
