import { expect, test } from "vitest";
import { failureText } from "./failure-text.ts";

const l10n = { t: (text: string, ...values: (string | number)[]) => text.replace("{0}", String(values[0])) };
const coded = (code: number, message: string) => Object.assign(new Error(message), { code });

test.each<[string, unknown, boolean, string | undefined]>([
  ["a refusal", coded(-32_803, "It is ticked."), true, "Rentrée could not do that: It is ticked."],
  ["no error", "x", true, "Rentrée could not do that: x"],
  ["a changed text", coded(-32_801, "the document…"), true, expect.stringContaining("Try again.")],
  [
    "a request that was not sent",
    coded(-32_096, "Client is not running"),
    false,
    expect.stringContaining("its server"),
  ],
  [
    "one that got no answer",
    new Error("Pending response rejected"),
    false,
    expect.stringContaining("its server"),
  ],
  ["what the user cancelled", coded(-32_800, "cancelled by the client"), true, undefined],
])("%s", (_, error, isRunning, text) => {
  expect(failureText(error, isRunning, l10n)).toEqual(text);
});
