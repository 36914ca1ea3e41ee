import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, found, rentree } from "../support/cli.ts";

const MARKER = "herite-de: ../base.pronote.yaml\netablissement: { rne: 0759998K, nom: Collège A }\n";
const FILES = {
  "base.pronote.yaml": "rgpd: { dpo: dpo@ac-exemple.fr }\n",
  "a/etablissement.pronote.yaml": MARKER,
  "a/classes.pronote.yaml": "classes: { 6A: { niveau: 6e, periodicite: trimestriel } }\n",
};
const COMMANDS = ["checklist", "plan", "report", "effective"] as const;

test.each(COMMANDS)("“%s” tells which files it could not read, and ends with 2", async (command) => {
  const binary = { ...FILES, "a/classes.pronote.yaml": new Uint8Array([0, 1]) };
  const part = await rentree(folderWith(binary), [command, "a"]);
  expect([part.code, part.err]).toEqual([
    2,
    "“a/classes.pronote.yaml” cannot be read: what it says is left out here.\n",
  ]);
  expect(part.out).toContain("Collège A");

  const { "base.pronote.yaml": _, ...withoutBase } = FILES;
  const orphaned = await rentree(folderWith(withoutBase), [command, "a"]);
  expect([orphaned.code, orphaned.err]).toEqual([
    2,
    "There is no file “base.pronote.yaml”, from which an establishment inherits: what it would say is left out here.\n",
  ]);

  const whole = await rentree(folderWith(FILES), [command]);
  expect([whole.code, whole.err]).toEqual([command === "plan" ? 1 : 0, ""]);
});

test.each(COMMANDS)("“%s” tells which files have lines that it could not read", async (command) => {
  const broken = {
    ...FILES,
    "base.pronote.yaml": "rgpd: { dpo: dpo@ac-exemple.fr\n",
    "a/classes.pronote.yaml": "<<<<<<< HEAD\nclasses: {}\n=======\nclasses: {}\n>>>>>>> autre\n",
    "b/etablissement.pronote.yaml": "etablissement: { nom: [ }\n",
  };
  const { code, err } = await rentree(folderWith(broken), [command, "a"]);
  const told = (path: string) =>
    `“${path}” has lines that cannot be read: what they say is left out here. “rentree check” shows them.\n`;
  expect([code, err]).toEqual([
    command === "plan" ? 1 : 0,
    `${told("a/classes.pronote.yaml")}${told("base.pronote.yaml")}`,
  ]);
});

test.each(COMMANDS)("“%s” tells of folders that it could not read", async (command) => {
  const folder = folderWith({ ...FILES, "a/closed/x.pronote.yaml": "" });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "a/closed"), 0);
  const { code, err } = await rentree(folder, [command, "a"], { uid: 65534 });
  expect([code, err]).toEqual([2, "The folder “a/closed” cannot be read: what it holds is left out here.\n"]);
});

test.each(COMMANDS)(
  "“%s” of files without an establishment ends with 2, and tells that once",
  async (command) => {
    const folder = folderWith({ ...FILES, "bases/x.pronote.yaml": "rgpd: {}\n", "b/y.pronote.yaml": "\0" });
    const none = await rentree(folder, [command, "bases"]);
    expect([none.code, none.err]).toEqual([
      2,
      "There is no establishment here: its folder would have a file “etablissement.pronote.yaml”.\n",
    ]);
    const empty = await rentree(folderWith({}), [command, "."]);
    expect([empty.code, empty.err]).toEqual([
      2,
      "Below “.” there is no configuration: no file whose name ends in “.pronote.yaml”.\n",
    ]);
  },
);

test("a folder that is named twice, by a link too, is one", async () => {
  const folder = folderWith(FILES);
  symlinkSync("a", join(folder, "link"));
  for (const paths of [
    ["a", "link"],
    ["link", "a"],
    [".", "link"],
  ]) {
    const { code, out, err } = await rentree(folder, ["check", ...paths, "--format", "json"]);
    expect([code, found(out)]).toEqual([0, []]);
    expect(err).toMatch(/^Nothing to report in 1 establishment and \d files\.\n$/);
  }
  const files = ["a/etablissement.pronote.yaml", "link/etablissement.pronote.yaml"];
  expect(found((await rentree(folder, ["check", ...files, "--format", "json"])).out)).toEqual([]);
});

test("keys that the language does not have are told, and keys without a value", async () => {
  const folder = folderWith(FILES);
  const at = async (keys: string) => rentree(folder, ["effective", "a", "--no-origins", "--at", keys]);
  expect(await at("clases")).toMatchObject({ code: 2, out: "", err: "rentree: There is no key “clases”.\n" });
  expect(await at("")).toMatchObject({ code: 2, err: "rentree: There is no key “”.\n" });
  expect(await at("classes/6Z")).toMatchObject({
    code: 0,
    out: "",
    err: "Nothing that is in effect stands at “classes/6Z”.\n",
  });
  const { out } = await at("classes/6A");
  expect(out).toContain("6A:");
  expect((await at("/classes/6A/")).out).toBe(out);
});

test("standard input that does not end is read to the limit", async () => {
  const folder = folderWith(FILES);
  const input = Buffer.alloc(31_000_000, "# une ligne\n");
  const checked = await rentree(folder, ["check", "--stdin", "--stdin-path", "a/x.pronote.yaml"], {
    input,
    open: true,
  });
  expect([checked.code, checked.out]).toEqual([
    1,
    expect.stringContaining("is too large to be a configuration"),
  ]);
});
