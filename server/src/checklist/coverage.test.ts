import { expect, test } from "vitest";
import { type ItemSpec, itemBySlug, type KeyPath } from "../schema/checklist.ts";
import { coveredGroupsIn, coveredGroupsOf, currentVersion, isCovered, partBelow } from "./coverage.ts";

const SOME: ItemSpec = { ...itemBySlug.get("creation-base")!, covered: new Map() };
const paths = (...texts: readonly string[]): readonly KeyPath[] => texts.map((text) => text.split("."));
const covering = (...texts: readonly string[]): ItemSpec => ({ ...SOME, covers: paths(...texts) });

test("paths through the entries of one map are one group, other paths one each", () => {
  const groups = coveredGroupsOf(covering("classes.*.niveau", "classes.*.services.*.bonus", "edt.licence"));
  expect(groups.map(({ path, each }) => [path.join("."), each])).toEqual([
    ["classes", true],
    ["edt.licence", false],
  ]);
  const names = ["niveau", "services", "libelle"];
  expect(names.filter((name) => groups[0] && partBelow(groups[0].part, name))).toEqual([
    "niveau",
    "services",
  ]);
  const services = groups[0] && partBelow(groups[0].part, "services");
  const any = services && partBelow(services, "FRANC");
  expect([any && partBelow(any, "bonus") !== undefined, any && partBelow(any, "coefficient")]).toEqual([
    true,
    undefined,
  ]);
});

test("a map as a whole and its entries are different groups, and so are keys whose names run together", () => {
  expect(coveredGroupsOf(covering("classes", "classes.*"))).toHaveLength(2);
  expect(coveredGroupsOf(covering("ab.c", "a.bc"))).toHaveLength(2);
});

test("of what is covered as a whole, everything below is covered", () => {
  const [whole] = coveredGroupsOf(covering("classes.*", "classes.*.niveau"));
  expect(whole && partBelow(whole.part, "libelle")).toBe(whole?.part);
});

test("a tick of a former version covers what the item covered then, one of an unknown version nothing", () => {
  const item = { ...covering("edt.licence"), covered: new Map([["1", paths("edt.licence", "classes.*")]]) };
  expect(currentVersion(item)).toBe("2");
  expect(currentVersion(covering("edt.licence"))).toBe("1");
  expect(coveredGroupsIn("2", item)).toHaveLength(1);
  expect(coveredGroupsIn("1", item)).toHaveLength(2);
  expect(coveredGroupsIn("3", item)).toBeUndefined();
});

test("a value is covered if a covered path leads to it, or through it", () => {
  const item = covering("classes.*.niveau");
  const texts = [
    "classes",
    "classes.6A",
    "classes.6A.niveau",
    "classes.6A.niveau.x",
    "classes.6A.libelle",
    "edt",
  ];
  expect(texts.filter((text) => isCovered(item, text.split(".")))).toEqual(texts.slice(0, 4));
});
