import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, rentree, textOf } from "../support/cli.ts";

const MARKER = "etablissement.pronote.yaml";
const ROUGH = "\ufeffclasses :\r\n    6A: { niveau : 6e,periodicite: trimestriel }   # à revoir\r\n\r\n";
const TIGHT = "\ufeffclasses:\r\n  6A: { niveau: 6e, periodicite: trimestriel }   # à revoir\r\n";

test("files are formatted, once; byte order mark and line ends stay", async () => {
  const folder = folderWith({ [MARKER]: ROUGH, "a/x.pronote.yaml": "a : 1\n", "notes.yaml": "a : 1\n" });
  const { code, out, err } = await rentree(folder, ["format"]);
  expect([code, out, err]).toEqual([0, "", "Files formatted: 2.\n"]);
  expect(textOf(folder, MARKER)).toBe(TIGHT);
  expect(textOf(folder, "notes.yaml")).toBe("a : 1\n");
  const { mtimeMs } = statSync(join(folder, MARKER));
  expect(await rentree(folder, ["format", "--check"])).toMatchObject({ code: 0, out: "", err: "" });
  expect((await rentree(folder, ["format"])).code).toBe(0);
  expect(statSync(join(folder, MARKER)).mtimeMs).toBe(mtimeMs);
});

test("--check prints the diff, changes nothing, and fails; passwords are masked", async () => {
  const text = "communication: { e-mails: { smtp: { mot-de-passe: Soleil-2026! } } }\nedt :  {}\n";
  const folder = folderWith({ [MARKER]: text });
  const { code, out, err } = await rentree(folder, ["format", "--check"]);
  expect([code, err]).toEqual([1, "Files to format: 1.\n"]);
  expect(out).toContain("-edt :  {}\n+edt: {}\n");
  expect(out).not.toContain("Soleil");
  expect(textOf(folder, MARKER)).toBe(text);
});

test("only the paths are formatted, with the indentation that is asked for", async () => {
  const folder = folderWith({ [MARKER]: "a :\n  b: 1\n", "a/x.pronote.yaml": "a :\n  b: 1\n" });
  expect((await rentree(folder, ["format", "--indent", "4", "a"])).code).toBe(0);
  expect(textOf(folder, "a/x.pronote.yaml")).toBe("a:\n    b: 1\n");
  expect(textOf(folder, MARKER)).toBe("a :\n  b: 1\n");
});

test.each([["--indent", "0"], ["--indent", "deux"], ["nulle-part"]])(
  "wrong use ends with 2: %s %s",
  async (...args) => {
    const folder = folderWith({ [MARKER]: "a : 1\n" });
    expect((await rentree(folder, ["format", ...args.filter((one) => one !== undefined)])).code).toBe(2);
    expect(textOf(folder, MARKER)).toBe("a : 1\n");
  },
);
