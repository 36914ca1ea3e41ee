import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingIn } from "./support/complete-lock.ts";

test.each(["", "test/host/node", "test/host/web"])(
  "the lock file of /%s is for every platform and names no registry",
  (folder) => {
    const text = readFileSync(join(import.meta.dirname, "..", folder, "package-lock.json"), "utf8");
    expect(missingIn(JSON.parse(text)).map(({ name }) => name)).toEqual([]);
    expect(text).not.toContain('"resolved"');
  },
);
