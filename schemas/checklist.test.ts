import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

type Schema = { readonly [keyword: string]: unknown };
type Place = { readonly schema: Schema; readonly file: string };
type After = string | { readonly [alternative: string]: After | readonly After[] };
interface When {
  readonly path: string;
  readonly is: readonly unknown[];
}
interface Item {
  readonly slug: string;
  readonly number: string;
  readonly fr: string;
  readonly en: string;
  readonly what: { readonly fr: string; readonly en: string };
  readonly phase: number;
  readonly after?: readonly After[];
  readonly covers?: readonly string[];
  readonly needs?: readonly (string | { readonly path: string })[];
  readonly about?: readonly string[];
  readonly when?: When | readonly When[];
  readonly unless?: readonly When[];
  readonly shows?: { readonly [list: string]: readonly string[] };
}
type Catalogue = Record<string, Record<string, { rights: Record<string, { needs?: readonly string[] }> }>>;

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const { phases, items } = parse(read("checklist.yaml")) as {
  phases: { id: number; fr: string; en: string }[];
  items: Item[];
};
const permissions = parse(read("permissions.yaml")) as Catalogue;
const steps = new Map(items.map((item) => [item.slug, item]));

describe("checklist", () => {
  test("each step has a unique slug and number, and a phase", () => {
    expect(twice(items.map(({ slug }) => slug))).toEqual([]);
    expect(twice(items.map(({ number }) => number))).toEqual([]);
    expect(items.filter((item) => !phases.some((phase) => phase.id === item.phase))).toEqual([]);
    expect(items.filter((item) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(item.slug))).toEqual([]);
  });

  test("titles fit a side bar of 300 px, and differ", () => {
    const titles = items.flatMap(({ fr, en }) => [fr, en]);
    expect(titles.filter((title) => title.length > 34)).toEqual([]);
    expect(phases.flatMap(({ fr, en }) => [fr, en]).filter((title) => title.length > 40)).toEqual([]);
    expect(new Set(items.map(({ fr }) => fr)).size).toBe(items.length);
    expect(new Set(items.map(({ en }) => en)).size).toBe(items.length);
  });

  test("one to three sentences say what to do and what follows, the same number in both languages", () => {
    // An address holds points, too: a sentence ends where a space or the text's end follows.
    const sentences = (text: string) => text.split(/[.!?](?=\s|$)/).filter((one) => one.trim() !== "").length;
    const odd = items.filter(({ what: { fr, en } }) => {
      const count = sentences(fr);
      return count < 1 || count > 3 || count !== sentences(en);
    });
    expect(odd.map(({ slug }) => slug)).toEqual([]);
  });

  test("the prerequisites of steps exist, and there are no cycles", () => {
    const ahead = (slug: string, below: readonly string[]): readonly string[] => {
      const step = steps.get(slug);
      if (!step) return [`${below.at(-1)}: ${slug}`];
      if (below.includes(slug)) return [[...below, slug].join(" > ")];
      return slugsOf(step.after ?? []).flatMap((before) => ahead(before, [...below, slug]));
    };
    expect(items.flatMap((item) => ahead(item.slug, []))).toEqual([]);
  });

  test("a step covers, needs and depends on paths of the schema", () => {
    const paths = items.flatMap((item) => [
      ...(item.covers ?? []),
      ...(item.needs ?? []).map((need) => (typeof need === "string" ? need : need.path)),
      ...(item.about ?? []),
      ...[item.when ?? [], item.unless ?? []].flat().map(({ path }) => path),
    ]);
    expect(paths.flatMap(alternatives).filter((path) => !exists(path))).toEqual([]);
  });
});

test("a list shows only what its step covers", () => {
  const shown = items.flatMap(({ slug, covers = [], shows = {} }) =>
    Object.values(shows)
      .flat()
      .filter((path) => !covers.includes(path))
      .map((path) => `${slug}: ${path}`),
  );
  expect(shown).toEqual([]);
});

test("a permission needs only permissions that exist", () => {
  const missing = Object.values(permissions).flatMap((categories) =>
    Object.values(categories)
      .flatMap(({ rights }) => Object.values(rights).flatMap((right) => right.needs ?? []))
      .filter((path) => {
        const [category = "", right = ""] = path.split("/");
        return !categories[category]?.rights[right];
      }),
  );
  expect(missing).toEqual([]);
});

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function slugsOf(after: After | readonly After[]): readonly string[] {
  if (typeof after === "string") return [after];
  return (Array.isArray(after) ? after : Object.values(after)).flatMap(slugsOf);
}

function alternatives(path: string): readonly string[] {
  const at = path.lastIndexOf("/") + 1;
  return path
    .slice(at)
    .split("|")
    .map((key) => path.slice(0, at) + key);
}

function exists(path: string): boolean {
  let place: Place | undefined = followed({ schema: { $ref: "pronote.schema.json" }, file: "" });
  for (const step of path.split("/")) place = place && below(place, step);
  return place !== undefined;
}

function below({ schema, file }: Place, step: string): Place | undefined {
  const kind = schema["x-permissions"];
  if (typeof kind === "string") {
    const rights = permissions[kind]?.[step]?.rights;
    return rights && { schema: { properties: rights }, file };
  }
  const properties = schema["properties"] as Record<string, Schema> | undefined;
  const next = properties?.[step] ?? schema["additionalProperties"];
  return typeof next === "object" && next ? followed({ schema: next as Schema, file }) : undefined;
}

function followed({ schema, file }: Place): Place {
  const ref = schema["$ref"];
  if (typeof ref !== "string") return { schema, file };
  const [name, pointer = ""] = ref.split("#");
  const home = name || file;
  let target: unknown = JSON.parse(read(home));
  for (const step of pointer.split("/").slice(1)) target = (target as Record<string, unknown>)[step];
  return followed({ schema: target as Schema, file: home });
}
