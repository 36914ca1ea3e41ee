import { expect, test } from "vitest";
import { CHECKED, type CheckedParams } from "../../server/src/features/status-protocol.ts";
import { LanguageClient } from "../support/language-client.ts";
import { CLASSES, SMALL_ACADEMIE } from "../support/small-academie.ts";

test("a client with a status item is told how long the last check took", async () => {
  const client = await LanguageClient.process(SMALL_ACADEMIE);
  const times: number[] = [];
  client.connection.onNotification(
    CHECKED,
    ({ milliseconds }: CheckedParams) => void times.push(milliseconds),
  );
  await client.initialize();
  await client.initialized();
  await expect.poll(() => times.length).toBe(1);
  await client.open(CLASSES, "classes: {}\n");
  await expect
    .poll(async () => {
      await client.change(CLASSES, [{ text: `classes: {}\n# ${Math.random()}\n` }]);
      return times.length;
    })
    .toBeGreaterThan(1);
  expect(times.every((time) => Number.isInteger(time) && time >= 1 && time < 10_000)).toBe(true);
});
