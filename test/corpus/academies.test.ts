/** Generated valid académies, each checked as a whole as on the command line, have no findings. */
import { expect, test } from "vitest";
import { Analysis } from "../../server/src/analysis/analysis.ts";
import { localizerFor } from "../../server/src/base/localize.ts";
import { checkScope } from "../../server/src/cli/check-scope.ts";
import { type Academie, academieOf } from "./academie.ts";
import { textsOf } from "./academie-texts.ts";
import { at } from "./content.ts";
import { ROOT } from "./establishment.ts";
import { type Heir, SHARED_TEXTS } from "./shared-texts.ts";

const COUNT = Number(process.env["RENTREE_ACADEMIES"] ?? 8);
const localize = localizerFor("en");

test(`${COUNT} valid académies have no finding of any severity`, async () => {
  const found: string[] = [];
  let schools = 0;
  for (let seed = 1; seed <= COUNT; seed++) {
    const academie = academieOf(seed);
    schools += academie.schools.length;
    found.push(...(await unexpected(academie)).map((line) => `${seed} ${line}`));
  }
  process.stdout.write(`académies: ${COUNT}, ${schools} establishments, ${found.length} findings\n`);
  if (process.env["RENTREE_SHOW"]) process.stdout.write(`${found.join("\n")}\n`);
  expect(found.slice(0, 20)).toEqual([]);
});

test("the académies mix types, hosting modes and contracts, on bases that say more than some heirs can use", () => {
  const academies = Array.from({ length: 50 }, (_, index) => academieOf(index + 1));
  const sizes = academies.map(({ schools }) => schools.length);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([5, 44]);
  const schools = academies.flatMap((one) => one.schools);
  expect(new Set(schools.map(({ type }) => type)).size).toBe(5);
  expect(new Set(schools.map(({ hosted, sms, edt }) => `${hosted} ${sms} ${edt}`)).size).toBe(2 * 3 * 4);
  const bases = academies.flatMap((one) => one.bases);
  const saidOver = (path: string, isHeir: (heir: Heir) => boolean) =>
    bases.some(({ content, heirs }) => at(content, path.split("/")) !== undefined && heirs.some(isHeir));
  const unsaid = SHARED_TEXTS.filter(({ path, where }) => !saidOver(path, where ?? (() => true)));
  expect(unsaid.map(({ path }) => path)).toEqual([]);
  const unmixed = SHARED_TEXTS.filter(({ path, where }) => where && !saidOver(path, (one) => !where(one)));
  expect(unmixed.map(({ path }) => path)).toEqual([]);
});

/** The findings on an académie, except the hint at each `<<` of the style. */
async function unexpected(academie: Academie): Promise<readonly string[]> {
  const texts = textsOf(academie);
  const scope = {
    uris: [...texts.keys()].sort(),
    roots: [ROOT],
    within: [],
    today: "2026-08-25",
    read: async (uri: string) => {
      const text = texts.get(uri);
      return text === undefined ? { unreadable: "missing" as const } : { text };
    },
  };
  const { found, rangeOf } = await checkScope(new Analysis(), scope, new Map(), {
    lines: false,
    texts: false,
  });
  return [...found].flatMap(([uri, findings]) =>
    findings
      .filter(({ id }) => id !== "merge-key")
      .map(
        ({ id, at, message }) =>
          `${uri.slice(ROOT.length + 1)}:${rangeOf(at).start.line + 1} ${id}: ${localize(message)}`,
      ),
  );
}
