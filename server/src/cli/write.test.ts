import {
  chmodSync,
  chownSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { diskPaths } from "../lsp/disk-paths.ts";
import { MAX_FILE_LENGTH } from "../syntax/file.ts";
import { writeFixed } from "./write.ts";

const fixed = (path: string, before: string, after: string, within = dirname(path)) =>
  writeFixed({ uri: diskPaths.uriOf(path), before, after }, [diskPaths.uriOf(within)]);

function fileWith(text: string): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), "rentree-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "a.pronote.yaml");
  writeFileSync(path, text);
  return { folder, path };
}

test("the text is replaced; byte order mark and permissions are kept", async () => {
  const { folder, path } = fileWith("\ufeffa: oui\r\n");
  chmodSync(path, 0o604);
  expect(await fixed(path, "a: oui\r\n", "a: true\r\n")).toBe("written");
  expect(readFileSync(path, "utf8")).toBe("\ufeffa: true\r\n");
  expect(statSync(path).mode & 0o777).toBe(0o604);
  expect(readdirSync(folder)).toEqual(["a.pronote.yaml"]);
});

test("a file that changed meanwhile is not written", async () => {
  const { path } = fileWith("a: 2\n");
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("changed");
  expect(readFileSync(path, "utf8")).toBe("a: 2\n");
});

test("writing a deleted file fails and leaves no temporary file", async () => {
  const { folder, path } = fileWith("");
  rmSync(path);
  await expect(fixed(path, "", "a: 1\n")).rejects.toThrow("ENOENT");
  expect(readdirSync(folder)).toEqual([]);
});

test("a read-only file, and one with several names, are left alone", async () => {
  const { folder, path } = fileWith("a: oui\n");
  chmodSync(path, 0o444);
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("read-only");
  chmodSync(path, 0o644);
  linkSync(path, join(folder, "b.pronote.yaml"));
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("linked");
  expect(readFileSync(path, "utf8")).toBe("a: oui\n");
  expect(readdirSync(folder)).toEqual(["a.pronote.yaml", "b.pronote.yaml"]);
});

// Only root may give a file to somebody else.
test.runIf(process.getuid?.() === 0)("the owner is kept", async () => {
  const { path } = fileWith("a: oui\n");
  chownSync(path, 1234, 1235);
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("written");
  expect([statSync(path).uid, statSync(path).gid]).toEqual([1234, 1235]);
});

test("what a killed run left is removed, what a running one writes is not", async () => {
  const { folder, path } = fileWith("a: oui\n");
  const names = [`.a.pronote.yaml.${process.pid}-0123456789ab.tmp`, ".a.pronote.yaml.notes.tmp"];
  for (const name of [...names, ".a.pronote.yaml.999999999-0123456789ab.tmp"])
    writeFileSync(join(folder, name), "");
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("written");
  expect(readdirSync(folder).sort()).toEqual([...names, "a.pronote.yaml"].sort());
});

test("a file whose name is as long as names can be is written", async () => {
  const { folder } = fileWith("");
  const path = join(folder, `${"é".repeat(121)}.pronote.yaml`);
  writeFileSync(path, "a: oui\n");
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("written");
});

test.skipIf(process.platform === "win32")("what may not be read is not written either", async () => {
  const outside = fileWith("a: oui\n");
  const { folder } = fileWith("");
  const link = join(folder, "lien.pronote.yaml");
  symlinkSync(outside.path, link);
  expect(await fixed(link, "a: oui\n", "a: true\n")).toBe("changed");
  expect(readFileSync(outside.path, "utf8")).toBe("a: oui\n");
  // Within both folders' parent it may be read, and so be written.
  expect(await fixed(link, "a: oui\n", "a: true\n", dirname(folder))).toBe("written");
});

test("a file that has grown beyond the limit is left as it is, and not read whole", async () => {
  const { path } = fileWith("a: oui\n");
  truncateSync(path, MAX_FILE_LENGTH * 3 + 1);
  expect(await fixed(path, "a: oui\n", "a: true\n")).toBe("changed");
});
