import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACADEMIE, rentree } from "../support/cli.ts";
import { checked, committed, git } from "../support/git.ts";

const CLASSES = "lycee/classes/classes.pronote.yaml";
const MARKER = "college/etablissement.pronote.yaml";

test("a file that differs only in its line ends is not changed, in either object format", async () => {
  for (const format of ["sha1", "sha256"]) {
    const folder = committed({ ...ACADEMIE, [CLASSES]: "classes: {}\r\n" }, `--object-format=${format}`);
    writeFileSync(join(folder, MARKER), ACADEMIE[MARKER].replaceAll("\n", "\r\n"));
    writeFileSync(join(folder, CLASSES), "classes: {}\n");
    expect([format, await checked(folder)]).toEqual([format, 0]);
    writeFileSync(join(folder, CLASSES), "classes: { }\n");
    expect([format, await checked(folder)]).toEqual([format, 1]);
  }
});

test("files that are staged, ignored, omitted by a sparse checkout, or symbolic links", async () => {
  const folder = committed({ ...ACADEMIE, ".gitignore": "ignore*\n" });
  writeFileSync(join(folder, "college/ignore.pronote.yaml"), "eleves: {}\n");
  expect(await checked(folder)).toBe(0);
  writeFileSync(join(folder, "college/nouveau.pronote.yaml"), "eleves: {}\n");
  git(folder, "add", ".");
  expect(await checked(folder)).toBe(1);
  git(folder, "commit", "-qm", "second");
  git(folder, "update-index", "--skip-worktree", CLASSES);
  rmSync(join(folder, CLASSES));
  expect(await checked(folder)).toBe(0);
  git(folder, "update-index", "--no-skip-worktree", CLASSES);
  git(folder, "checkout", "-q", ".");
  expect(await checked(folder)).toBe(0);
  // Files are not read through a link to a folder, so those of the folder count as deleted.
  renameSync(join(folder, "lycee/classes"), join(folder, "ailleurs"));
  symlinkSync("../ailleurs", join(folder, "lycee/classes"));
  git(folder, "add", "ailleurs");
  expect(await checked(join(folder, "lycee"))).toBe(1);
  git(folder, "checkout", "-q", ".");
  rmSync(join(folder, "lycee/classes"), { recursive: true });
  git(folder, "reset", "-q", "--hard");
  symlinkSync("nouveau.pronote.yaml", join(folder, "college/lien.pronote.yaml"));
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "third");
  expect(await checked(folder)).toBe(0);
  rmSync(join(folder, "college/lien.pronote.yaml"));
  symlinkSync("../academie.pronote.yaml", join(folder, "college/lien.pronote.yaml"));
  expect(await checked(folder)).toBe(1);
  expect(existsSync(join(folder, ".git/index.lock"))).toBe(false);
});

test("a submodule, or another repository within, is checked; what it was is told by itself only", async () => {
  const folder = committed(ACADEMIE);
  git(folder, "clone", "-q", folder, "dedans");
  git(folder, "submodule", "--quiet", "add", folder, "module");
  git(folder, "commit", "-qm", "second");
  expect(await checked(join(folder, "college"))).toBe(0);
  const each = await checked(join(folder, "module"));
  expect(each).toBe(0);
  const all = { module: await checkedBelow(folder, "module"), dedans: await checkedBelow(folder, "dedans") };
  expect(all).toEqual({ module: 2, dedans: 2 });
  const since = await rentree(folder, ["plan", "--since", "HEAD"]);
  expect([since.code, since.out]).toEqual([2, ""]);
  expect(since.err).toMatch(
    /^rentree: “dedans\/.*” is in a git repository of its own, of which “HEAD” says nothing/,
  );
  expect((await rentree(folder, ["plan", "--since", "HEAD", "module"])).code).toBe(0);
});

/** How many establishments below one folder are checked with the repository around it. */
async function checkedBelow(folder: string, below: string): Promise<number> {
  const { out } = await rentree(folder, ["check", "--changed-since", "HEAD", "--summary"]);
  return out.split("\n").filter((line) => line.startsWith(`${below}/`)).length;
}
