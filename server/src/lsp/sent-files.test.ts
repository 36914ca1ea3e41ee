import { expect, test } from "vitest";
import { SentFiles } from "./sent-files.ts";

test("of a client that does not announce it, all files count as sent", async () => {
  const files = new SentFiles(false, () => expect.fail());
  expect([files.isReading, files.isIncomplete]).toEqual([false, false]);
  await files.settled();
  files.took(undefined);
  expect(files.isReading).toBe(false);
});

test("who waits is told when the client has sent all, and again after it read more", async () => {
  const told: string[] = [];
  const files = new SentFiles(true, () => told.push("all"));
  const waiting = files.settled().then(() => told.push("settled"));
  files.took(undefined);
  await Promise.resolve();
  expect([files.isReading, told]).toEqual([true, []]);
  files.took(false);
  await waiting;
  expect([files.isReading, files.isIncomplete, told]).toEqual([false, false, ["all", "settled"]]);
  files.took(true);
  expect(files.isReading).toBe(true);
  files.took(false);
  expect([files.isReading, told]).toEqual([false, ["all", "settled", "all"]]);
});

test("who waits for a client that falls silent is told, until the client has sent all after all", async () => {
  let count = 0;
  const files = new SentFiles(true, () => count++, 1);
  await files.settled();
  expect([files.isReading, files.isIncomplete, count]).toEqual([false, true, 1]);
  files.took(undefined);
  expect(files.isIncomplete).toBe(true);
  files.took(false);
  expect([files.isReading, files.isIncomplete]).toEqual([false, false]);
});
