import { expect, test } from "vitest";
import { filesIn, textsOf } from "./support/sources.ts";
import { waitFaults } from "./support/waits.ts";

/** It contains the faults that it looks for. */
const ITSELF = "test/waits.test.ts";

test("no test depends on how fast a machine is", () => {
  const tests = filesIn("client", "schemas", "server", "test").filter((file) => file.endsWith(".test.ts"));
  expect(tests.length).toBeGreaterThan(200);
  expect(waitFaults(textsOf(tests.filter((file) => file !== ITSELF)))).toEqual([]);
});

test.each([
  ["const begin = performance.now();", "reads a clock"],
  ["expect(Date.now() - begin).toBeLessThan(3000);", "reads a clock"],
  ["const begin = process.hrtime.bigint();", "reads a clock"],
  ["vi.setConfig({ maxConcurrency: 1 });", "has a limit of its own"],
  ['test("a", { timeout: 60_000 }, () => {});', "has a limit of its own"],
  ['test("a", () => {\n  work();\n}, 20_000);\n', "has a limit of its own"],
  ['test.each([1])(\n  "a",\n  () => {},\n  600_000,\n);\n', "has a limit of its own"],
  ["await expect.poll(look, { timeout: 500 }).toBe(1);", "has a limit of its own"],
  ["await new Promise((wake) => setTimeout(wake, 1500));", "waits a fixed time"],
  ["await page.waitForTimeout(20);", "waits a fixed time"],
  ["expectLinear(prepare, work);", "compares times, and is no property"],
])("a dependency on the speed of the machine is found: %s", (text, fault) => {
  expect(waitFaults(new Map([["a.test.ts", text]]))).toEqual([`a.test.ts: ${fault}`]);
});

test("other code is accepted", () => {
  const text =
    "expectLinear(prepare, work);\nconst list = [\n  1,\n  20,\n];\nf(\n  () => {\n  },\n  [],\n);\n";
  expect(waitFaults(new Map([["a.property.test.ts", text]]))).toEqual([]);
});
