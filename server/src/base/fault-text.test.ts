import { expect, test } from "vitest";
import { faultText } from "./fault-text.ts";

/** Of any type: nothing is there. */
const [NOTHING] = JSON.parse("[]");

const failed = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

test("the name of an error, its message and where it happened are told", () => {
  const text = faultText(failed(() => NOTHING.trim()));
  expect(text).toMatch(
    /^TypeError: Cannot read properties of undefined \(reading …\n {4}at .*fault-text\.test\.ts/,
  );
  expect(faultText(new RangeError("Maximum call stack size exceeded"))).toMatch(
    /^RangeError: Maximum call stack size exceeded\n {4}at /,
  );
  expect(faultText(new Error())).toMatch(/^Error\n {4}at /);
});

const PRIVATE = "mot-de-passe: 0612345678";

test.each([
  ["quoted by V8", () => JSON.parse(`{"a": ${PRIVATE}}`)],
  ["a text that is cut off", () => JSON.parse(`${PRIVATE}${" x".repeat(50)}`)],
  ["a name of a property", () => NOTHING[PRIVATE]],
  ["an expression", () => new RegExp(`(${PRIVATE}`, "u")],
  [
    "quoted over several lines",
    () => {
      throw new Error(`no “a\n${PRIVATE}\nb”`);
    },
  ],
  [
    "not quoted, on a further line",
    () => {
      throw new Error(`no step\n${PRIVATE}\n    at ${PRIVATE}`);
    },
  ],
  [
    "a quotation without an end",
    () => {
      throw new Error(`open 'a ${PRIVATE}`);
    },
  ],
  [
    "in French",
    () => {
      throw new Error(`pas de « ${PRIVATE} »`);
    },
  ],
  [
    "a text that is thrown",
    () => {
      throw PRIVATE;
    },
  ],
  [
    "an object that is thrown",
    () => {
      throw { message: PRIVATE };
    },
  ],
] as const)("no text of a file is told: %s", (_, run) => {
  const thrown = failed(run);
  expect(faultText(thrown)).not.toContain("0612345678");
});
