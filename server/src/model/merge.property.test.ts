import fc from "fast-check";
import { expect, test } from "vitest";
import { plain } from "../../../test/support/effective.ts";
import { converted } from "../schema/convert.ts";
import { parseFile } from "../syntax/file.ts";
import { overlay, unite } from "./merge.ts";

/** Texts with two or three levels, in which the same keys have maps, scalars, lists, removals or no value. */
const scalar = fc.constantFrom("martin", "[roux, martin]", "~", "", "{}", "oui: non");
const service = fc.oneof(
  scalar,
  fc
    .record({ coefficient: fc.constantFrom("1", "2", "~", "") })
    .map(({ coefficient }) => `{ coefficient: ${coefficient} }`),
);
const services = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(fc.constantFrom("FRANC", "EPS", "ARTS"), service, { maxKeys: 3 }).map(flow),
  },
  { weight: 1, arbitrary: fc.constantFrom("~", "", "{}") },
);
const text = fc
  .dictionary(
    fc.constantFrom("6A", "6B"),
    fc.oneof(
      services.map((one) => `{ services: ${one} }`),
      fc.constantFrom("~", ""),
    ),
    { maxKeys: 2 },
  )
  .map((classes) => `classes: ${flow(classes)}\n`);

function flow(entries: { readonly [key: string]: string }): string {
  const inner = Object.entries(entries).map(([key, value]) => `${key}: ${value}`);
  return inner.length > 0 ? `{ ${inner.join(", ")} }` : "{}";
}

const convertedValue = (source: string, name: string) =>
  converted(parseFile(`file:///${name}.pronote.yaml`, source)).value;

test("overlay is associative", () => {
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const [a, b, c] = [convertedValue(one, "a"), convertedValue(two, "b"), convertedValue(three, "c")];
      const all = plain(overlay([a, b, c]));
      expect(sorted(plain(overlay([overlay([a, b]), c])))).toEqual(sorted(all));
      expect(sorted(plain(overlay([a, overlay([b, c])])))).toEqual(sorted(all));
    }),
    { numRuns: 500 },
  );
});

test("unite is associative", () => {
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const [a, b, c] = [convertedValue(one, "a"), convertedValue(two, "b"), convertedValue(three, "c")];
      const all = unite([a, b, c]).value;
      expect(plain(unite([unite([a, b]).value, c]).value)).toEqual(plain(all));
      expect(plain(unite([a, unite([b, c]).value]).value)).toEqual(plain(all));
    }),
    { numRuns: 500 },
  );
});

/** The order does not count: the keys of a base come after those of the layers above it. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
