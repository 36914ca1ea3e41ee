import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { MAX_FILE_LENGTH } from "../syntax/file.ts";
import { disk, pathOf, uriOf } from "./disk.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rentree-disk-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const uri = (path: string) => uriOf(join(folder, path));

async function write(path: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), "classes: {}\n");
}

test("what is not searched is told: links to folders, but not folders that are skipped by name", async () => {
  await write("a/classes.pronote.yaml");
  await write("archive.pronote.yaml/b.pronote.yaml");
  await write("node_modules/c.pronote.yaml");
  await symlink(join(folder, "a"), join(folder, "lien"), "junction");
  await symlink(join(folder, "nowhere"), join(folder, "rompu.pronote.yaml"), "junction");
  const skipped: string[] = [];
  const found = await disk.find(uri(""), undefined, (below) => skipped.push(below));
  expect(found).toEqual([uri("a/classes.pronote.yaml"), uri("archive.pronote.yaml/b.pronote.yaml")]);
  expect(skipped.sort()).toEqual([uri("lien"), uri("rompu.pronote.yaml")]);
});

test("what is at one place is taken for what a walk takes it for", async () => {
  await write("a/classes.pronote.yaml");
  await symlink(join(folder, "a"), join(folder, "lien"), "junction");
  await symlink(join(folder, "a/classes.pronote.yaml"), join(folder, "b.pronote.yaml"));
  const paths = ["a", "a/classes.pronote.yaml", "b.pronote.yaml", "lien", "rien"];
  expect(await Promise.all(paths.map((path) => disk.kindOf(uri(path), uri(""))))).toEqual([
    "folder",
    "file",
    "file",
    "link",
    "none",
  ]);
  expect(await disk.kindOf("file://server/share", uri(""))).toBe("none");
});

test("a folder whose name is that of a file is no file", async () => {
  await write("archive.pronote.yaml/b.pronote.yaml");
  expect(await disk.read(uri("archive.pronote.yaml"), { within: [] })).toEqual({ unreadable: "missing" });
  expect(await disk.read(uri("archive.pronote.yaml/b.pronote.yaml"), { within: [] })).toEqual({
    text: "classes: {}\n",
  });
});

function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), "rentree-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test.skipIf(process.platform === "win32")("links are followed to files of the folder only", async () => {
  const root = temporary();
  const outside = temporary();
  writeFileSync(join(outside, "secret.pronote.yaml"), "a: 1\n");
  writeFileSync(join(outside, "passwd"), "root:x:0:0\n");
  mkdirSync(join(root, "ecole"));
  writeFileSync(join(root, "base.pronote.yaml"), "b: 1\n");
  symlinkSync(join(outside, "secret.pronote.yaml"), join(root, "ecole/outside.pronote.yaml"));
  symlinkSync(join(outside, "passwd"), join(root, "ecole/passwd.pronote.yaml"));
  symlinkSync("../base.pronote.yaml", join(root, "ecole/inside.pronote.yaml"));
  const found = await disk.find(uriOf(root));
  expect(found.map((uri) => uri.slice(uriOf(root).length))).toEqual([
    "/base.pronote.yaml",
    "/ecole/inside.pronote.yaml",
  ]);
  // Also where a name leads to it: `herite-de`, an event.
  expect(await disk.read(uriOf(join(root, "ecole/passwd.pronote.yaml")), { within: [] })).toEqual({
    unreadable: "no-access",
  });
  expect(await disk.read(uriOf(join(root, "ecole/inside.pronote.yaml")), { within: [uriOf(root)] })).toEqual({
    text: "b: 1\n",
  });
});

test("a file that is too long is not read to its end", async () => {
  const path = join(temporary(), "a.pronote.yaml");
  writeFileSync(path, "é".repeat(MAX_FILE_LENGTH * 1.5 + 1));
  expect(await disk.read(uriOf(path), { within: [] })).toEqual({ unreadable: "too-large" });
});

test.skipIf(process.platform !== "linux")(
  "a file that claims no size is read as far as it may be",
  async () => {
    // It goes on for gigabytes, and `stat` says 0.
    expect(await disk.read("file:///proc/self/pagemap", { within: [] })).toMatchObject({
      unreadable: expect.any(String),
    });
    expect(await disk.read("file:///proc/self/stat", { within: [] })).toMatchObject({
      text: expect.stringContaining("("),
    });
  },
);

describe.skipIf(process.platform === "win32")("the real path of what is read is within the limits", () => {
  const limits = (...within: readonly string[]) => ({ within: within.map(uriOf), isNamed: true });

  test("a link to a configuration elsewhere, or below a link to a folder, is not read", async () => {
    const [root, outside] = [temporary(), temporary()];
    writeFileSync(join(outside, "a.pronote.yaml"), "a: 1\n");
    symlinkSync(join(outside, "a.pronote.yaml"), join(root, "base.pronote.yaml"));
    symlinkSync(outside, join(root, "communs"));
    const refused = { unreadable: "outside" };
    expect(await disk.read(uriOf(join(root, "base.pronote.yaml")), limits(root))).toEqual(refused);
    expect(await disk.read(uriOf(join(root, "communs/a.pronote.yaml")), limits(root))).toEqual(refused);
    const both = limits(root, outside);
    expect(await disk.read(uriOf(join(root, "base.pronote.yaml")), both)).toEqual({ text: "a: 1\n" });
    expect(await disk.read(uriOf(join(root, "communs/a.pronote.yaml")), both)).toEqual({ text: "a: 1\n" });
  });

  test("what is not within by its name is not read, link or not", async () => {
    const [root, outside] = [temporary(), temporary()];
    writeFileSync(join(outside, "a.pronote.yaml"), "a: 1\n");
    expect(await disk.read(uriOf(join(outside, "a.pronote.yaml")), limits(root))).toEqual({
      unreadable: "outside",
    });
    expect(await disk.read(uriOf(join(`${root}x`, "a.pronote.yaml")), limits(root))).toEqual({
      unreadable: "missing",
    });
  });

  test("a root that is a link, or below one, is the folder that it leads to", async () => {
    const [root, links] = [temporary(), temporary()];
    writeFileSync(join(root, "a.pronote.yaml"), "a: 1\n");
    symlinkSync(root, join(links, "ecole"));
    const uri = uriOf(join(links, "ecole/a.pronote.yaml"));
    expect(await disk.read(uri, limits(join(links, "ecole")))).toEqual({ text: "a: 1\n" });
    expect(await disk.read(uri, limits(links))).toEqual({ unreadable: "outside" });
  });

  test("links in a circle, and files in the place of folders, are told from missing files", async () => {
    const root = temporary();
    symlinkSync("rond.pronote.yaml", join(root, "rond.pronote.yaml"));
    writeFileSync(join(root, "fichier"), "");
    expect(await disk.read(uriOf(join(root, "rond.pronote.yaml")), limits(root))).toEqual({
      unreadable: "no-access",
    });
    expect(await disk.read(uriOf(join(root, "fichier/a.pronote.yaml")), limits(root))).toEqual({
      unreadable: "missing",
    });
  });
});

test("a name with combining accents is found by its canonical URI before a walk has seen it", async () => {
  const root = temporary();
  const path = join(root, "réglages/été.pronote.yaml".normalize("NFD"));
  mkdirSync(dirname(path));
  writeFileSync(path, "a: 1\n");
  const uri = `${uriOf(root)}/r%C3%A9glages/%C3%A9t%C3%A9.pronote.yaml`;
  expect(await disk.kindOf(uri, uriOf(root))).toBe("file");
  expect(await disk.read(uri, { within: [uriOf(root)] })).toEqual({ text: "a: 1\n" });
  expect(pathOf(uri)).toBe(path);
});
