/** The report on an académie, also where some of its schools cannot be read. */
import { expect, test } from "vitest";
import { folderWith, rentree } from "../support/cli.ts";
import { fleetFiles } from "../support/fleet.ts";
import { MARKER } from "../support/small-academie.ts";

const BROKEN = {
  [`nord/ecole-14/${MARKER}`]: new Uint8Array([0xff, 0x00, 0x62, 0x61, 0x64]),
  [`sud/ecole-15/${MARKER}`]: `#${" ".repeat(10_000_001)}`,
  [`nord/ecole-16/${MARKER}`]: 'etablissement: { rne: "0750016\n  nom: [',
};

interface Told {
  readonly folder: string;
  readonly ready: boolean;
  readonly errors: number;
  readonly overdue: readonly unknown[];
}

test("of 44 schools three cannot be read: they are told with their errors, the others as ever", async () => {
  const folder = folderWith({ ...fleetFiles(44), ...BROKEN });
  const json = await rentree(folder, ["report", "--format", "json"]);
  expect([json.code, json.err]).toEqual([
    2,
    `“nord/ecole-14/${MARKER}” cannot be read: what it says is left out here.
“sud/ecole-15/${MARKER}” cannot be read: what it says is left out here.
“nord/ecole-16/${MARKER}” has lines that cannot be read: what they say is left out here. “rentree check” shows them.
`,
  ]);
  const { establishments, inCommon } = JSON.parse(json.out) as {
    establishments: readonly Told[];
    inCommon: { findings: readonly { rule: string; establishments: readonly string[] }[] };
  };
  expect(establishments).toHaveLength(44);
  const broken = establishments.filter(({ folder: one }) => /-1[456]$/.test(one));
  expect(broken.map(({ ready, errors }) => [ready, errors > 0])).toEqual(broken.map(() => [false, true]));
  expect(broken).toHaveLength(3);
  expect(establishments.filter(({ errors }) => errors > 0)).toHaveLength(12 + 3);
  expect(inCommon.findings.map(({ rule, establishments: list }) => [rule, list.length])).toEqual([
    ["unknown-key", 12],
  ]);
  for (const [format, line] of [
    ["html", ">None of 44 establishments is ready. With errors: 15."],
    ["md", "None of 44 establishments is ready. With errors: 15."],
  ] as const) {
    const { code, out } = await rentree(folder, ["report", "--format", format]);
    expect(code).toBe(2);
    expect(out).toContain(line);
    expect(out).toContain("ecole-15");
  }
});
