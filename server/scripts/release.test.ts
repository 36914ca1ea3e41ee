import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { prepareRelease, release } from "./release.ts";

const DAY = "2026-09-01";
const CHANGELOG =
  "# Changelog\n\nHead.\n\n## Unreleased\n\n- A thing\n  that matters.\n- Another.\n\n## 0.1.9\n\n- First.\n";
const texts = (changelog = CHANGELOG) => ({
  "package.json":
    '{\n  "name": "a",\n  "version": "0.1.9",\n  "list": ["x"],\n  "scripts": { "version": "echo" }\n}\n',
  "package-lock.json": `${JSON.stringify({ name: "a", version: "0.1.9", packages: { "": { version: "0.1.9" }, "node_modules/b": { version: "0.1.9" } } }, null, 2)}\n`,
  "CHANGELOG.md": changelog,
});

test.each([
  ["patch", "0.1.10"],
  ["minor", "0.2.0"],
  ["major", "1.0.0"],
  ["0.1.10", "0.1.10"],
  ["0.10.0", "0.10.0"],
])("%s after 0.1.9 is %s", (wanted, version) => {
  expect(prepareRelease(texts(), wanted, DAY).version).toBe(version);
});

test.each([
  ["", "Usage"],
  ["1", "Usage"],
  ["1.2.3.4", "Usage"],
  ["01.2.3", "Usage"],
  ["1.2.3-beta", "Usage"],
  ["v1.2.3", "Usage"],
  ["premajor", "Usage"],
  ["0.1.9", "0.1.9 does not come after 0.1.9."],
  ["0.1.8", "0.1.8 does not come after 0.1.9."],
  ["0.0.10", "0.0.10 does not come after 0.1.9."],
])("“%s” is refused", (wanted, why) => {
  expect(() => prepareRelease(texts(), wanted, DAY)).toThrow(why);
});

test("only our own version changes, and what was unreleased gets its version and day", () => {
  const { notes, texts: changed } = prepareRelease(texts(), "minor", DAY);
  expect(notes).toBe("- A thing\n  that matters.\n- Another.");
  expect(changed["package.json"]).toBe(texts()["package.json"].replace("0.1.9", "0.2.0"));
  expect(JSON.parse(changed["package-lock.json"])).toEqual({
    name: "a",
    version: "0.2.0",
    packages: { "": { version: "0.2.0" }, "node_modules/b": { version: "0.1.9" } },
  });
  expect(changed["CHANGELOG.md"]).toBe(
    CHANGELOG.replace("## Unreleased\n", `## Unreleased\n\n## 0.2.0 (${DAY})\n`),
  );
});

test("whatever stands elsewhere in the changelog stays", () => {
  const odd = CHANGELOG.replace("- First.", "- First.\n\n## Unreleased\n\n- $& $1 late.");
  expect(prepareRelease(texts(odd), "patch", DAY).texts["CHANGELOG.md"]).toBe(
    odd.replace("Unreleased\n", `Unreleased\n\n## 0.1.10 (${DAY})\n`),
  );
  const last = prepareRelease(texts("## Unreleased\n\n- Only."), "patch", DAY);
  expect(last.notes).toBe("- Only.");
});

test.each([
  CHANGELOG.replace(/- A[^#]*/, ""),
  CHANGELOG.replace(/- A[^#]*/, "Nothing yet.\n\n"),
  CHANGELOG.replace("## Unreleased\n", ""),
  "",
])("a changelog that says nothing of this release stands in the way: %j", (changelog) => {
  expect(() => prepareRelease(texts(changelog), "patch", DAY)).toThrow("says nothing under “## Unreleased”");
});

test("a release is written and built, and says what is left to a human", () => {
  const root = checkout();
  const built: string[] = [];
  const report = release(root, ["patch"], DAY, () => built.push(text(root, "package.json")));
  expect(built).toEqual([expect.stringContaining('"version": "0.1.10"')]);
  expect(text(root, "CHANGELOG.md")).toContain(`## 0.1.10 (${DAY})`);
  expect(report).toContain('git commit --all --message "release: 0.1.10"\n');
  expect(report).toContain("npm publish dist/rentree-0.1.10.tgz\n");
  expect(git(root, "log", "--oneline").split("\n")).toHaveLength(2);
  expect(git(root, "tag")).toBe("");
});

test("a dry run writes and builds nothing", () => {
  const root = checkout();
  const report = release(root, ["--dry-run", "patch"], DAY, () => expect.unreachable());
  expect(report).toBe("0.1.10 would be released with\n\n- A thing\n  that matters.\n- Another.\n");
  expect(git(root, "status", "--porcelain")).toBe("");
});

test("what is not committed stands in the way", () => {
  const root = checkout();
  writeFileSync(join(root, "new.txt"), "");
  for (const args of [["patch"], ["patch", "--dry-run"]])
    expect(() => release(root, args, DAY, () => expect.unreachable())).toThrow(
      "These changes are not committed:\n?? new.txt",
    );
  expect(text(root, "package.json")).toContain("0.1.9");
});

test("where the build fails, all is as before", () => {
  const root = checkout();
  const fail = () => {
    throw new Error("over its budget");
  };
  expect(() => release(root, ["patch"], DAY, fail)).toThrow("over its budget");
  expect(git(root, "status", "--porcelain")).toBe("");
});

/** A repository with the files that a release changes, committed. */
function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), "rentree-release-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, content] of Object.entries(texts())) writeFileSync(join(root, file), content);
  git(root, "init", "--quiet");
  git(root, "add", ".");
  git(root, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "all");
  return root;
}

function text(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" });
}
