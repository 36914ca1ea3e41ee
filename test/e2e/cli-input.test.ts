import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACADEMIE, BUNDLE, folderWith, found, rentree, textOf } from "../support/cli.ts";

const FAULT = "espaces: { parents: { publie: oui } }\n";
const HERE = "etablissement.pronote.yaml:0:30 boolean-word";

/** Checks a file with this content next to a valid one. */
async function beside(content: string | Uint8Array) {
  const folder = folderWith({ "etablissement.pronote.yaml": FAULT, "autre.pronote.yaml": content });
  const { code, out, err } = await rentree(folder, ["check", "--format", "json"]);
  return { code, findings: code === 3 ? err : found(out), messages: out };
}

test.each([
  ["binary", new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3]), "it contains binary data"],
  [
    "not in UTF-8",
    Buffer.from("classes: { 6A: { libelle: Fran\xe7ais } }\n", "latin1"),
    "is not encoded in UTF-8",
  ],
  ["in UTF-16", Buffer.from("\ufeffclasses: {}\n", "utf16le"), "it contains binary data"],
  [
    "50 MB large",
    Buffer.alloc(50_000_000, "# une ligne de commentaire\n"),
    "is too large to be a configuration",
  ],
])("a file that is %s is reported, and the others are checked", async (_, content, message) => {
  const { code, findings, messages } = await beside(content);
  expect(findings).toEqual(["autre.pronote.yaml:0:0 file-unreadable", HERE]);
  expect([code, messages]).toEqual([1, expect.stringContaining(message)]);
});

test.each([
  ["10,000 brackets", `classes: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`],
  ["10,000 open brackets", `classes: ${"[".repeat(10_000)}`],
  ["10,000 braces", `classes: ${"{ a: ".repeat(10_000)}`],
  ["10,000 indentations", Array.from({ length: 10_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
  ["10,000 dashes", `classes:\n  ${"- ".repeat(10_000)}a\n`],
  [
    "an alias bomb",
    `a: &a0 [x, x]\n${Array.from({ length: 60 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}, *a${n}]\n`).join("")}`,
  ],
  [
    "a bomb of merge keys",
    `a: &a0 { x: 1 }\n${Array.from({ length: 60 }, (_, n) => `b${n}: &a${n + 1} { <<: [*a${n}, *a${n}], y: *a${n} }\n`).join("")}`,
  ],
  ["an anchor that contains an alias of itself", "classes: &a { 6A: *a }\n"],
  ["a line of a megabyte", `classes: { ${"a".repeat(1_000_000)}: { periodicite: x } }\n`],
  [
    "names that mean something to JavaScript",
    "classes: { __proto__: { constructor: 1 }, toString: ~ }\n__proto__: 1\n",
  ],
])("the check of %s ends", async (_, content) => {
  const { code, findings } = await beside(content);
  expect(code).toBe(1);
  expect(findings).toContain(HERE);
});

test("a folder and a file without read permission are reported", async () => {
  const folder = folderWith({
    "etablissement.pronote.yaml": FAULT,
    "prive/notes.pronote.yaml": "",
    "secret.pronote.yaml": "",
  });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "prive"), 0);
  chmodSync(join(folder, "secret.pronote.yaml"), 0);
  // Root may read everything, so the process runs as another user.
  copyFileSync(BUNDLE, join(folder, "rentree.cjs"));
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const call = { bundle: join(folder, "rentree.cjs"), ...nobody };
  const { code, out, err } = await rentree(folder, ["check", "--format", "json"], call);
  expect(found(out)).toEqual([HERE, "secret.pronote.yaml:0:0 file-unreadable"]);
  expect([code, err.includes("The folder “prive” cannot be read: what it holds is not checked.")]).toEqual([
    2,
    true,
  ]);
  for (const path of ["prive", "secret.pronote.yaml"]) {
    const named = await rentree(folder, ["check", path], call);
    expect(named).toMatchObject({
      code: 2,
      out: "",
      err: `rentree: “${path}” cannot be read: access is refused (EACCES).\n`,
    });
  }
  chmodSync(join(folder, "prive"), 0o755);
});

test("links without a target and cyclic links are ignored", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": FAULT });
  symlinkSync("nowhere", join(folder, "gone.pronote.yaml"));
  symlinkSync(".", join(folder, "round"));
  symlinkSync("loop.pronote.yaml", join(folder, "loop.pronote.yaml"));
  mkdirSync(join(folder, "folder.pronote.yaml"));
  const { code, out } = await rentree(folder, ["check", "--format", "json"]);
  expect([code, found(out)]).toEqual([1, [HERE]]);
});

test("a link out of the folder that is checked is not read: found, inherited or named", async () => {
  const outside = folderWith({ "secret.pronote.yaml": "professeurs: { martin: { nom: SECRET } }\n" });
  const folder = folderWith({
    "etablissement.pronote.yaml": "herite-de: [lien.pronote.yaml, communs/secret.pronote.yaml]\n",
    ".git/HEAD": "",
  });
  symlinkSync(join(outside, "secret.pronote.yaml"), join(folder, "lien.pronote.yaml"));
  symlinkSync(outside, join(folder, "communs"));
  const { code, out } = await rentree(folder, ["check", "--format", "json"]);
  expect([code, found(out)]).toEqual([
    1,
    ["communs/secret.pronote.yaml:0:0 file-unreadable", "lien.pronote.yaml:0:0 file-unreadable"],
  ]);
  expect(out).toContain("is not read: a link leads out of the folder that is checked.");
  expect(out).not.toContain("SECRET");
  expect(await rentree(folder, ["check", "--fix", "lien.pronote.yaml"])).toMatchObject({
    code: 2,
    err: "rentree: “lien.pronote.yaml” is not read: a link leads out of the folder that is checked.\n",
  });
  // Whoever names the folder means it.
  expect(await rentree(folder, ["check", "communs"])).toMatchObject({ code: 0 });
});

test("pipes and devices are not read", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": "herite-de: zero.pronote.yaml\n" });
  execFileSync("mkfifo", [join(folder, "pipe.pronote.yaml")]);
  symlinkSync("/dev/zero", join(folder, "zero.pronote.yaml"));
  const { code, out } = await rentree(folder, ["check", "--format", "json"]);
  expect([code, found(out)]).toEqual([1, ["zero.pronote.yaml:0:0 file-unreadable"]]);
  const named = await rentree(folder, ["check", "pipe.pronote.yaml"]);
  expect([named.code, named.err]).toEqual([
    2,
    "rentree: “pipe.pronote.yaml” cannot be read: it is not a file.\n",
  ]);
});

test("files whose names have combining accents are checked and fixed", async () => {
  const name = "réglages été/réglages.pronote.yaml".normalize("NFD");
  const folder = folderWith({ "etablissement.pronote.yaml": "", [name]: FAULT });
  const { out } = await rentree(folder, ["check", "--format", "json"]);
  // By the name on the disk, under which other programs find it.
  expect(found(out)).toEqual([`${name}:0:30 boolean-word`]);
  expect(await rentree(folder, ["check", "--fix", name])).toMatchObject({ code: 0 });
  expect(textOf(folder, name)).toBe(FAULT.replace("oui", "true"));
});

test("a deleted working folder and a full disk are reported", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": FAULT });
  const shell = (script: string) =>
    spawnSync("sh", ["-c", script, process.execPath, BUNDLE], {
      cwd: folder,
      env: { LC_ALL: "C" },
      encoding: "utf8",
    });
  expect(shell('mkdir gone && cd gone && rmdir ../gone && "$0" "$1" check')).toMatchObject({
    status: 2,
    stderr: "rentree: The working folder no longer exists.\n",
  });
  // `/dev/full` exists on Linux only.
  if (existsSync("/dev/full")) {
    const full = shell('"$0" "$1" check > /dev/full');
    expect([full.status, full.stderr]).toEqual([2, expect.stringContaining("ENOSPC")]);
  }
});

test("a reader that closes the pipe early is not an error", async () => {
  const many = Array.from({ length: 3000 }, (_, n) => `  6A${n}: { periodicite: x }\n`).join("");
  const folder = folderWith({ "etablissement.pronote.yaml": `classes:\n${many}` });
  const child = spawn(process.execPath, [BUNDLE, "check"], { cwd: folder, env: { LC_ALL: "C" } });
  const err: string[] = [];
  child.stderr.on("data", (chunk) => err.push(String(chunk)));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, err.join("")]).toEqual([1, expect.not.stringContaining("EPIPE")]);
});

test("control characters are not printed to the terminal", async () => {
  const folder = folderWith({
    "etablissement.pronote.yaml": 'espaces: { "pa\u001b[31mrents\u202e": { publie: oui } }\n',
  });
  const { out } = await rentree(folder, ["check"]);
  expect(out).toContain("unknown-key");
  expect(["\u001b", "\u202e"].filter((character) => out.includes(character))).toEqual([]);
});

test("`--changed-since` checks only establishments that changed since a revision", async () => {
  const folder = folderWith(ACADEMIE);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@exemple.fr", ...args], {
      cwd: folder,
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "first");
  const checked = async () => {
    const args = ["check", "--changed-since", "HEAD", "--format", "json"];
    const { out } = await rentree(folder, args);
    const { establishments, errors } = JSON.parse(out).summary;
    return [establishments, errors];
  };
  expect(await checked()).toEqual([0, 0]);
  writeFileSync(join(folder, "college/nouveau.pronote.yaml"), "eleves: {}\n");
  expect(await checked()).toEqual([1, 1]);
  execFileSync("rm", ["college/nouveau.pronote.yaml", "lycee/classes/classes.pronote.yaml"], { cwd: folder });
  expect(await checked()).toEqual([1, 1]);
  git("checkout", "-q", ".");
  writeFileSync(join(folder, "academie.pronote.yaml"), "professeurs: { martin: { nom: MARTIN } }\n");
  expect((await checked())[0]).toBe(2);
  const wrong = await rentree(folder, ["check", "--changed-since", "no-such"]);
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringContaining("git has no revision “no-such” here."),
  ]);
  const option = await rentree(folder, ["check", "--changed-since=--output=x"]);
  expect(option.code).toBe(2);
});
