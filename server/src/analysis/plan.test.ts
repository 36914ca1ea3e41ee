import { expect, test } from "vitest";
import { described, type Rule } from "../rules/api/rule.ts";
import { rootSchema } from "../schema/schema.ts";
import { planOf } from "./plan.ts";

const on = (id: string, ...paths: readonly string[]): Rule => ({ ...described(id, "error", ""), on: paths });

test("a rule for any key also runs on keys that another rule names", () => {
  const any = on("any", "espaces.*", "espaces.*.rubriques");
  const named = on("named", "espaces.parents");
  const { root, everywhere } = planOf([named, any, on("all", "**")]);
  const espaces = root.keys.get("espaces");
  expect(espaces?.keys.get("parents")?.rules.map(({ id }) => id)).toEqual(["named", "any"]);
  expect(espaces?.keys.get("parents")?.keys.get("rubriques")?.rules).toEqual([any]);
  expect(espaces?.any?.rules).toEqual([any]);
  expect(everywhere(rootSchema).map(({ id }) => id)).toEqual(["all"]);
});

test("a rule for any key and for a named one runs once on it", () => {
  const both = on("both", "espaces.*", "espaces.parents");
  expect(planOf([both]).root.keys.get("espaces")?.keys.get("parents")?.rules).toEqual([both]);
});

test("a rule for every map is looked for only above maps whose schema it applies to", () => {
  const required: Rule = { ...on("required", "**"), where: ({ required }) => required.includes("debut") };
  const { everywhere, reaches } = planOf([required]);
  expect(everywhere(rootSchema)).toEqual([]);
  const section = (name: string) => rootSchema.properties.get(name) ?? rootSchema;
  expect([rootSchema, section("periodes"), section("hebergement")].map(reaches)).toEqual([true, true, false]);
});

test("a rule on the empty path runs on the whole configuration", () => {
  const whole = on("whole", "");
  const { root } = planOf([whole]);
  expect([root.rules, [...root.keys.keys()]]).toEqual([[whole], []]);
});
