import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { diskPaths } from "../lsp/disk-paths.ts";
import { type FileSystem, type LocalSystem, thisMachine } from "../lsp/file-system.ts";
import { writeFixes } from "./fixes.ts";

/** Fixes two files on a file system of which one function fails for the first; what was said, and what is there then. */
async function fixedOn(change: (files: FileSystem) => Partial<FileSystem>) {
  const cwd = mkdtempSync(join(tmpdir(), "rentree-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const names = ["a.pronote.yaml", "b.pronote.yaml"];
  for (const name of names) writeFileSync(join(cwd, name), "a: oui\n");
  const system: LocalSystem = {
    ...thisMachine,
    files: { ...thisMachine.files, ...change(thisMachine.files) },
  };
  const said: string[] = [];
  const code = await writeFixes(
    {
      files: names.map((name) => ({
        uri: diskPaths.uriOf(join(cwd, name)),
        before: "a: oui\n",
        after: "a: true\n",
        marked: false,
      })),
      fixes: 2,
    },
    [diskPaths.uriOf(cwd)],
    { cwd, say: (message) => said.push(localizerFor("en")(message)) },
    system,
  );
  const texts = names.map((name) => readFileSync(join(cwd, name), "utf8"));
  return { code, said, texts, files: readdirSync(cwd) };
}

function failure(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`${code}: made by a test`), { code });
  };
}

const isOfFirst = (path: string) => path.includes("a.pronote.yaml");
const isTemporary = (path: string) => path.endsWith(".tmp");

/** A function of a file system that fails for the first file. */
const failing =
  <O extends readonly unknown[], R>(original: (path: string, ...others: O) => Promise<R>, code: string) =>
  async (path: string, ...others: O): Promise<R> =>
    isOfFirst(path) ? failure(code)() : original(path, ...others);

/** Opening gives a file whose method fails, for the temporary file of the first one. */
const failingFile =
  (method: "sync" | "writeFile" | "chmod", code: string) =>
  (files: FileSystem): Partial<FileSystem> => ({
    open: async (path, flags, mode) => {
      const file = await files.open(path, flags, mode);
      if (!isOfFirst(path) || !isTemporary(path)) return file;
      return new Proxy(file, {
        get: (target, key) => {
          if (key === method) return async () => failure(code)();
          const value = Reflect.get(target, key);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    },
  });

const failingOpen =
  (code: string, ofTemporary: boolean) =>
  ({ open }: FileSystem): Partial<FileSystem> => ({
    open: async (path, flags, mode) =>
      isOfFirst(path) && isTemporary(path) === ofTemporary ? failure(code)() : open(path, flags, mode),
  });

test.each([
  ["a full disk, when the text is written", failingFile("writeFile", "ENOSPC"), "the disk is full (ENOSPC)"],
  ["a full disk, when it is made sure", failingFile("sync", "ENOSPC"), "the disk is full (ENOSPC)"],
  ["a disk that fails", failingFile("sync", "EIO"), "EIO"],
  ["a file system without permissions", failingFile("chmod", "EPERM"), "access is refused (EPERM)"],
  ["a folder that may not be written to", failingOpen("EACCES", true), "access is refused (EACCES)"],
  ["a disk that is read-only", failingOpen("EROFS", true), "the disk is read-only (EROFS)"],
  ["a quota", failingOpen("EDQUOT", true), "the disk is full (EDQUOT)"],
  ["a file that may not be read any more", failingOpen("EACCES", false), "access is refused (EACCES)"],
  [
    "a file that may not be written",
    ({ access }: FileSystem) => ({ access: failing(access, "EACCES") }),
    "access is refused (EACCES)",
  ],
  [
    "a file that another program holds",
    ({ rename }: FileSystem) => ({ rename: failing(rename, "EBUSY") }),
    "another program uses it (EBUSY)",
  ],
  [
    "a folder in the place of the file",
    ({ rename }: FileSystem) => ({ rename: failing(rename, "EISDIR") }),
    "it is a folder (EISDIR)",
  ],
  [
    "a file that is gone",
    ({ realpath }: FileSystem) => ({ realpath: failing(realpath, "ENOENT") }),
    "it does not exist any more (ENOENT)",
  ],
])("%s: nothing is lost, the reason is said, the other file is written", async (_, change, reason) => {
  expect(await fixedOn(change)).toEqual({
    code: 2,
    said: [`“a.pronote.yaml” cannot be written: ${reason}.`, "Files written: 1; left as they are: 1."],
    texts: ["a: oui\n", "a: true\n"],
    files: ["a.pronote.yaml", "b.pronote.yaml"],
  });
});

test("where the temporary file cannot be removed either, the first reason is said", async () => {
  const change = (files: FileSystem) => ({
    ...failingFile("writeFile", "ENOSPC")(files),
    rm: failing(files.rm, "EROFS"),
  });
  const { code, said, texts } = await fixedOn(change);
  expect([code, said[0], texts[0]]).toEqual([
    2,
    "“a.pronote.yaml” cannot be written: the disk is full (ENOSPC).",
    "a: oui\n",
  ]);
});

test("a folder that cannot be listed keeps no file from being written", async () => {
  const { code, texts } = await fixedOn(() => ({ readdir: async () => failure("EACCES")() }));
  expect([code, texts]).toEqual([0, ["a: true\n", "a: true\n"]]);
});

test("what an editor saves while the new text is being written is kept", async () => {
  const { code, said, texts, files } = await fixedOn((original) => ({
    open: async (path, flags, mode) => {
      if (isTemporary(path) && isOfFirst(path))
        writeFileSync(path.replace(/\.(a\.pronote\.yaml)\..*$/, "$1"), "a: 2\n");
      return original.open(path, flags, mode);
    },
  }));
  expect({ code, said, texts, files }).toEqual({
    code: 2,
    said: [
      "“a.pronote.yaml” changed while it was checked: it is left as it is.",
      "Files written: 1; left as they are: 1.",
    ],
    texts: ["a: 2\n", "a: true\n"],
    files: ["a.pronote.yaml", "b.pronote.yaml"],
  });
});
