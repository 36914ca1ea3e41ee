import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ACADEMIE, folderWith, rentree, textOf } from "../support/cli.ts";

const CLASSES = "lycee/classes/classes.pronote.yaml";

test("only sure fixes are applied", async () => {
  const folder = folderWith(ACADEMIE);
  const { code, out, err } = await rentree(folder, ["check", "--fix", "--format", "github"]);
  expect(textOf(folder, "academie.pronote.yaml")).toBe(
    ACADEMIE["academie.pronote.yaml"].replace("oui", "true"),
  );
  expect(textOf(folder, CLASSES)).toBe(ACADEMIE[CLASSES].replace("Referentiels", "referentiels"));
  expect(out.split("\n").map((line) => /title=([^:]*)/.exec(line)?.[1])).toEqual([
    "unknown-reference",
    "unknown-key",
    undefined,
  ]);
  expect([code, err.includes("Fixes applied: 2, in files: 2.")]).toEqual([1, true]);
});

test("a second run has nothing to fix", async () => {
  const folder = folderWith(ACADEMIE);
  await rentree(folder, ["check", "--fix"]);
  const before = statSync(join(folder, CLASSES)).mtimeMs;
  const { err } = await rentree(folder, ["check", "--fix"]);
  expect(err).not.toContain("Fixes applied");
  expect(statSync(join(folder, CLASSES)).mtimeMs).toBe(before);
});

test("findings that appear after a fix are fixed too", async () => {
  const folder = folderWith({
    "etablissement.pronote.yaml":
      "Communication:\n  E-mails: { SMTP: { Port: 25 }, delegation_serveur: oui }\n",
  });
  const { code } = await rentree(folder, ["check", "--fix"]);
  expect(textOf(folder, "etablissement.pronote.yaml")).toBe(
    "communication:\n  e-mails: { smtp: { port: 25 }, delegation-serveur: true }\n",
  );
  expect(code).toBe(0);
});

test("only files at the given paths are changed", async () => {
  const folder = folderWith(ACADEMIE);
  await rentree(folder, ["check", "--fix", "lycee"]);
  expect(textOf(folder, "academie.pronote.yaml")).toBe(ACADEMIE["academie.pronote.yaml"]);
  expect(textOf(folder, CLASSES)).toContain("\nreferentiels: {}\n");
});

test("byte order mark, line ends, permissions and symbolic links are kept", async () => {
  const text = "\ufeffespaces:\r\n  parents: { publie: oui } # à vérifier\r\n  # ici\r  # là\n";
  const folder = folderWith({ "node_modules/text.pronote.yaml": text, "etablissement.pronote.yaml": "" });
  chmodSync(join(folder, "node_modules/text.pronote.yaml"), 0o640);
  symlinkSync("node_modules/text.pronote.yaml", join(folder, "espaces.pronote.yaml"));
  const { code } = await rentree(folder, ["check", "--fix"]);
  expect([code, textOf(folder, "node_modules/text.pronote.yaml")]).toEqual([0, text.replace("oui", "true")]);
  expect(statSync(join(folder, "node_modules/text.pronote.yaml")).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(folder, "espaces.pronote.yaml")).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(folder, "node_modules"))).toEqual(["text.pronote.yaml"]);
});

test("a dry run prints a diff that git can apply", async () => {
  const folder = folderWith(ACADEMIE);
  const { code, out, err } = await rentree(folder, ["check", "--fix-dry-run"]);
  expect([code, err, textOf(folder, CLASSES)]).toEqual([1, "", ACADEMIE[CLASSES]]);
  expect(out).toBe(`--- a/academie.pronote.yaml
+++ b/academie.pronote.yaml
@@ -1,4 +1,4 @@
 professeurs:
   martin: { nom: MARTIN, prenom: Alice }
 espaces:
-  parents: { publie: oui }
+  parents: { publie: true }
--- a/${CLASSES}
+++ b/${CLASSES}
@@ -1,4 +1,4 @@
 classes:
   2A: { periodicite: trimestriel, professeur-principal: martn }
   2B: { periodicitee: trimestriel }
-Referentiels: {}
+referentiels: {}
`);
  writeFileSync(join(folder, "fixes.diff"), out);
  execFileSync("git", ["apply", "--no-index", "fixes.diff"], { cwd: folder });
  expect(textOf(folder, CLASSES)).toContain("\nreferentiels: {}\n");
  expect((await rentree(folder, ["check", "--fix-dry-run"])).out).toBe("");
});

test("changes far apart are separate hunks, and a missing line end at the end of the file is marked", async () => {
  const line = (index: number) => `  M${index}: { libelle: Matière ${index} }\n`;
  const many = Array.from({ length: 30 }, (_, index) => line(index)).join("");
  const text = `Matieres:\n${many}Espaces: {}\n${many.replace(/ {2}M/g, "# M")}base: { en-service: oui }`;
  const folder = folderWith({ "etablissement.pronote.yaml": text });
  const { out } = await rentree(folder, ["check", "--fix-dry-run"]);
  expect(out.match(/^@@.*$/gm)).toEqual(["@@ -1,4 +1,4 @@", "@@ -29,7 +29,7 @@", "@@ -60,4 +60,4 @@"]);
  expect(out).toContain(
    "-base: { en-service: oui }\n\\ No newline at end of file\n+base: { en-service: true }\n\\ No",
  );
  writeFileSync(join(folder, "fixes.diff"), out);
  execFileSync("git", ["apply", "--no-index", "fixes.diff"], { cwd: folder });
  expect((await rentree(folder, ["check"])).code).toBe(0);
});

test("a dry run prints the diff of a text from standard input", async () => {
  const folder = folderWith(ACADEMIE);
  const args = ["check", "--fix-dry-run", "--stdin", "--stdin-path", CLASSES];
  const { out } = await rentree(folder, args, { input: "Classes: {}\n" });
  expect(out).toBe(`--- a/${CLASSES}\n+++ b/${CLASSES}\n@@ -1 +1 @@\n-Classes: {}\n+classes: {}\n`);
});

test("no output contains secrets or personal data", async () => {
  const folder = folderWith({
    "etablissement.pronote.yaml": `communication:
  e-mails: { smtp: { serveur: smtp.exemple.fr, mot-de-passe: tilleul-42, ports: oui } }
personnels:
  petit: { telephone: 0639980000, nom: PETIT } # code wifi, mot de passe: tilleul-43
eleves:
  dupont: { regime: DP }
Espaces: {}
`,
  });
  for (const args of [
    ["--format=pretty"],
    ["--fix-dry-run"],
    ["--format=json"],
    ["--format=sarif"],
    ["--fix"],
  ]) {
    const { out, err } = await rentree(folder, ["check", ...args]);
    expect(out).not.toBe("");
    expect(["tilleul", "0639980000", "dupont"].filter((text) => (out + err).includes(text))).toEqual([]);
  }
});

test("the patch of a file with a byte order mark, of one with CRLF, and of one with CR alone, applies", async () => {
  for (const text of [
    "\ufeffespaces: { parents: { publie: oui } }\n",
    "a: 1\r\nedt: { droit-connexion: oui }\r\n",
    "a: 1\redt: { droit-connexion: oui }\r# fin\r",
  ]) {
    const folder = folderWith({ "etablissement.pronote.yaml": text });
    const { out } = await rentree(folder, ["check", "--fix-dry-run"]);
    writeFileSync(join(folder, "p.diff"), out);
    execFileSync("git", ["apply", "p.diff"], {
      cwd: folder,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
    });
    expect(textOf(folder, "etablissement.pronote.yaml")).toBe(text.replace("oui", "true"));
  }
});

test("a file that cannot be replaced is left as it is, and counted as such", async () => {
  const text = "edt: { droit-connexion: oui }\n";
  const folder = folderWith({
    "etablissement.pronote.yaml": "",
    "a.pronote.yaml": text,
    "b.pronote.yaml": "espaces: { parents: { publie: oui } }\n",
  });
  chmodSync(join(folder, "a.pronote.yaml"), 0o444);
  const { code, out, err } = await rentree(folder, ["check", "--fix", "--format", "github"]);
  expect(textOf(folder, "a.pronote.yaml")).toBe(text);
  expect(err).toContain("“a.pronote.yaml” is read-only: it is left as it is.");
  expect(err).toContain("Files written: 1; left as they are: 1.");
  expect(err).not.toContain("Fixes applied");
  expect(out).toContain("boolean-word");
  expect(code).toBe(2);
});
