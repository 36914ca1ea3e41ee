import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingIn, withoutIntegrity } from "./support/complete-lock.ts";

test.each(["", "test/host/node", "test/host/web", "test/bench"])(
  "the lock file of /%s is for every platform, names no registry, and has a checksum for every archive",
  (folder) => {
    const text = readFileSync(join(import.meta.dirname, "..", folder, "package-lock.json"), "utf8");
    expect(missingIn(JSON.parse(text))).toEqual([]);
    expect(text).not.toContain('"resolved"');
    expect(Object.keys(JSON.parse(text).packages).length).toBeGreaterThan(10);
    expect(withoutIntegrity(JSON.parse(text))).toEqual([]);
  },
);

test("a package without a checksum, or with a weak one, is found", () => {
  const packages = {
    "": {},
    "node_modules/a": { integrity: `sha512-${"a".repeat(86)}==` },
    "node_modules/a/node_modules/@s/b": {},
    "node_modules/a/node_modules/c": { inBundle: true },
    "node_modules/weak": { integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" },
    ours: { link: true },
  };
  expect(withoutIntegrity({ packages })).toEqual(["node_modules/a/node_modules/@s/b", "node_modules/weak"]);
});

test("a missing binary for another platform is found, wherever it would be installed", () => {
  const optionalDependencies = { "@s/linux": "1.0.0", "@s/win32": "1.0.0" };
  const packages = {
    "": {},
    "node_modules/a": { optionalDependencies },
    "node_modules/@s/linux": {},
    "node_modules/b/node_modules/a": { optionalDependencies },
    "node_modules/b/node_modules/a/node_modules/@s/win32": {},
  };
  expect(missingIn({ packages })).toEqual(["@s/win32"]);
});
