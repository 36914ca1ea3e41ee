import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeFixed } from "./write.ts";

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
  expect(await writeFixed(path, "a: oui\r\n", "a: true\r\n")).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("\ufeffa: true\r\n");
  expect(statSync(path).mode & 0o777).toBe(0o604);
  expect(readdirSync(folder)).toEqual(["a.pronote.yaml"]);
});

test("a file that changed meanwhile is not written", async () => {
  const { path } = fileWith("a: 2\n");
  expect(await writeFixed(path, "a: oui\n", "a: true\n")).toBe(false);
  expect(readFileSync(path, "utf8")).toBe("a: 2\n");
});

test("writing a deleted file fails and leaves no temporary file", async () => {
  const { folder, path } = fileWith("");
  rmSync(path);
  await expect(writeFixed(path, "", "a: 1\n")).rejects.toThrow("ENOENT");
  expect(readdirSync(folder)).toEqual([]);
});
