import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { disk, uriOf } from "./disk.ts";

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
  expect(await Promise.all(paths.map((path) => disk.kindOf(uri(path))))).toEqual([
    "folder",
    "file",
    "file",
    "link",
    "none",
  ]);
  expect(await disk.kindOf("file://server/share")).toBe("none");
});

test("a folder whose name is that of a file is no file", async () => {
  await write("archive.pronote.yaml/b.pronote.yaml");
  expect(await disk.read(uri("archive.pronote.yaml"))).toEqual({ unreadable: "missing" });
  expect(await disk.read(uri("archive.pronote.yaml/b.pronote.yaml"))).toEqual({ text: "classes: {}\n" });
});
