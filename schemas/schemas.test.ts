import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Schema = { readonly [keyword: string]: unknown };
type Place = { readonly file: string; readonly path: string; readonly schema: Schema };

const HERE = new URL(".", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, HERE), "utf8");
const files = new Map(
  readdirSync(HERE)
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name, JSON.parse(read(name)) as Schema]),
);
const places = [...files].flatMap(([file, schema]) => [...walk({ file, path: "", schema })]);
const where = ({ file, path }: Place) => `${file}#${path}`;

/** Kinds whose names are in other data than the schemas: the steps are in checklist.yaml. */
const DECLARED_ELSEWHERE = ["etapes"];

describe("schemas", () => {
  test("only keywords of the dialect are used", () => {
    const dialect = dialectOf(read("README.md"));
    expect(dialect).toContain("additionalProperties");
    expect(dialect).toContain("x-declares");
    expect(dialect).not.toContain("anyOf");
    expect(
      places.flatMap((place) =>
        Object.keys(place.schema)
          .filter((keyword) => !dialect.includes(keyword))
          .map((keyword) => `${where(place)}: ${keyword}`),
      ),
    ).toEqual([]);
  });

  test("the `$id` of each file is its name", () => {
    expect([...files].filter(([name, schema]) => schema["$id"] !== name).map(([name]) => name)).toEqual([]);
  });

  test("each section of the root has a file, and each file is used", () => {
    const reached = places.flatMap(({ file, schema }) =>
      typeof schema["$ref"] === "string" ? [schema["$ref"].split("#")[0] || file] : [],
    );
    expect(reached.filter((name) => !files.has(name))).toEqual([]);
    expect(
      [...files.keys()].filter((name) => name !== "pronote.schema.json" && !reached.includes(name)),
    ).toEqual([]);
  });

  test("each reference can be resolved", () => {
    expect(places.filter((place) => place.schema["$ref"] && !target(place)).map(where)).toEqual([]);
  });

  test("everything that users can see has a title and a description in both languages", () => {
    expect(
      places
        .filter(({ path }) => /\/(properties\/[^/]+|additionalProperties)$/.test(path))
        .filter((place) => !isDescribed(followed(place)))
        .map(where),
    ).toEqual([]);
  });

  test("each node has a known type", () => {
    const types = ["object", "array", "string", "boolean", "integer", "number"];
    expect(
      places
        .filter(({ file, path }) => path !== "" || files.get(file)?.["type"])
        .filter((place) => !types.includes(String(followed(place)["type"])))
        .map(where),
    ).toEqual([]);
  });

  test("patterns compile, have a description, and match their examples", () => {
    for (const place of places.filter(({ schema }) => schema["pattern"])) {
      const { pattern, examples = [], "x-expected": expected } = place.schema;
      expect(expected, where(place)).toMatchObject({ en: expect.any(String), fr: expect.any(String) });
      for (const example of examples as string[]) {
        expect(example, where(place)).toMatch(new RegExp(pattern as string, "u"));
      }
    }
  });

  test("all values are explained, and defaults are among them", () => {
    for (const place of places.filter(({ schema }) => schema["x-values"] || schema["enum"])) {
      const {
        enum: allowed,
        "x-suggestions": suggested,
        "x-values": values,
        default: ifAbsent,
      } = place.schema;
      const explained = Object.keys((values as Schema) ?? {});
      if (allowed) expect(explained, where(place)).toEqual((allowed as unknown[]).map(String));
      else expect(suggested, where(place)).toEqual(expect.arrayContaining(explained));
      if (allowed && ifAbsent !== undefined) expect(allowed, where(place)).toContain(ifAbsent);
      for (const value of Object.values(values as Schema))
        expect(hasWords(value as Schema, "title")).toBe(true);
    }
  });

  test("a menu path is a text, or one text for each year in which it was seen", () => {
    const menus = places.flatMap((place) => {
      const menu = place.schema["x-pronote"];
      return menu === undefined ? [] : [{ menu, at: where(place) }];
    });
    expect(menus.length).toBeGreaterThan(300);
    for (const { menu, at } of menus) {
      if (typeof menu === "string") {
        expect(menu, at).toMatch(/\S/);
        continue;
      }
      for (const [year, path] of Object.entries(menu as Schema)) {
        expect(year, at).toMatch(/^(?:20\d\d|recent)$/);
        expect(path, at).toMatch(/\S/);
      }
    }
  });

  test("mentioned kinds are declared", () => {
    const declared = places.flatMap(
      ({ schema }) => (schema["x-declares"] as { kind: string } | undefined)?.kind ?? [],
    );
    const known = [...declared, ...DECLARED_ELSEWHERE];
    expect(
      places.flatMap((place) =>
        ((place.schema["x-mentions"] as { kinds: string[] } | undefined)?.kinds ?? [])
          .filter((kind) => !known.includes(kind))
          .map((kind) => `${where(place)}: ${kind}`),
      ),
    ).toEqual([]);
  });

  test("an inheriting key mentions a kind, and a short form is that of a property", () => {
    expect(places.filter(({ schema }) => schema["x-inherits"] && !schema["x-mentions"]).map(where)).toEqual(
      [],
    );
    expect(
      places
        .filter(({ schema }) => schema["x-short"] && !(String(schema["x-short"]) in propertiesOf(schema)))
        .map(where),
    ).toEqual([]);
  });

  test("required keys exist", () => {
    expect(
      places.flatMap((place) =>
        ((place.schema["required"] as string[] | undefined) ?? [])
          .filter((key) => !(key in propertiesOf(place.schema)))
          .map((key) => `${where(place)}: ${key}`),
      ),
    ).toEqual([]);
  });

  test("keys are lower case, without accents, in kebab-case", () => {
    const keys = places.flatMap((place) => Object.keys(propertiesOf(place.schema)));
    expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  test("another name of a key is that of one key only", () => {
    expect(
      places.flatMap((place) => {
        const names = Object.entries(propertiesOf(place.schema)).flatMap(([key, schema]) => [
          key,
          ...((followed({ ...place, schema })["x-also"] as string[] | undefined) ?? []),
        ]);
        const twice = names.filter((name, index) => names.indexOf(name) !== index);
        return twice.map((name) => `${where(place)}: ${name}`);
      }),
    ).toEqual([]);
  });

  test("French has its typography: non-breaking spaces, and guillemets", () => {
    const wrong = / [:;!?»]|«[^\u00a0\u202f]|[^\u00a0\u202f]»|[“”]/u;
    expect(
      places.flatMap((place) =>
        frenchOf(place.schema)
          .filter((text) => wrong.test(text))
          .map((text) => `${where(place)}: ${text}`),
      ),
    ).toEqual([]);
  });
});

function* walk(place: Place): Generator<Place> {
  const { file, path, schema } = place;
  yield place;
  for (const group of ["properties", "definitions"]) {
    for (const [key, below] of Object.entries((schema[group] as Record<string, Schema>) ?? {})) {
      yield* walk({ file, path: `${path}/${group}/${key}`, schema: below });
    }
  }
  for (const one of ["additionalProperties", "items"]) {
    const below = schema[one];
    if (typeof below === "object") yield* walk({ file, path: `${path}/${one}`, schema: below as Schema });
  }
}

/** The schema that a reference leads to, and its file. */
function target({ file, schema }: Place): Place | undefined {
  const [name, pointer = ""] = String(schema["$ref"]).split("#");
  const home = name || file;
  let found: unknown = files.get(home);
  for (const step of pointer.split("/").slice(1)) found = (found as Schema | undefined)?.[step];
  return found ? { file: home, path: pointer, schema: found as Schema } : undefined;
}

/** The schema merged over the one that its reference leads to, as in `resolve.ts`. */
function followed(place: Place): Schema {
  const below = place.schema["$ref"] ? target(place) : undefined;
  if (!below) return place.schema;
  const base = followed(below);
  const french = { ...(base["x-fr"] as Schema), ...(place.schema["x-fr"] as Schema) };
  return { ...base, ...place.schema, "x-fr": french };
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return (schema["properties"] as Record<string, Schema>) ?? {};
}

function isDescribed(schema: Schema): boolean {
  return hasWords(schema, "title") && hasWords(schema, "description");
}

function hasWords(schema: Schema, keyword: string): boolean {
  return Boolean(schema[keyword] && (schema["x-fr"] as Schema | undefined)?.[keyword]);
}

function frenchOf(schema: Schema): string[] {
  const own = Object.values((schema["x-fr"] as Record<string, string>) ?? {});
  const beside = ["x-expected", "x-rgpd", "x-follows"].flatMap(
    (keyword) => (schema[keyword] as { fr?: string } | undefined)?.fr ?? [],
  );
  const values = Object.values((schema["x-values"] as Record<string, Schema>) ?? {});
  return [...own, ...beside, ...values.flatMap(frenchOf)];
}

/** The keywords in README.md: standard ones in its text, our own in the first column of its table. */
function dialectOf(readme: string): string[] {
  const [, standard = ""] = /^Standard keywords that are used: (.*?)There is no/ms.exec(readme) ?? [];
  const ours = [...readme.matchAll(/^\| `(x-[a-z-]+)`/gm)].map(([, keyword]) => keyword ?? "");
  const listed = [...standard.matchAll(/`([^`]+)`/g)].map(([, keyword]) => keyword ?? "");
  return ["$schema", "$id", "title", "description", ...listed, ...ours];
}
