import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKED, type CheckedParams, STATUS } from "../features/status-protocol.ts";
import { StatusSender } from "./status-sender.ts";

/** The time that has passed, in milliseconds. */
let now = 0;

beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** Lets time pass, in steps that no figure is told between. */
function pass(milliseconds: number): void {
  for (const end = now + milliseconds; now < end; ) {
    now += STEP;
    vi.advanceTimersByTime(STEP);
  }
}

const STEP = 50;

/** What is told of these checks, each with the time before it, in milliseconds. */
function toldOf(checks: readonly (readonly [after: number, took: number])[]) {
  const told: (readonly [at: number, milliseconds: number])[] = [];
  const sender = new StatusSender((method, params) => {
    if (method === CHECKED) told.push([now, (params as CheckedParams).milliseconds]);
  });
  for (const [after, took] of checks) {
    pass(after);
    sender.took(took);
  }
  return { sender, told };
}

test("the first figure is told at once, the last one within a second, none between them", () => {
  const { told } = toldOf([
    [0, 4.4],
    [100, 5],
    [100, 6.6],
  ]);
  expect(told).toEqual([[0, 4]]);
  pass(5000);
  expect(told).toEqual([
    [0, 4],
    [1000, 7],
  ]);
});

test("while somebody types without a pause, one figure a second is told", () => {
  const { told } = toldOf(Array.from({ length: 50 }, (_, at) => [100, at + 1] as const));
  expect(told.map(([at]) => at)).toEqual([100, 1100, 2100, 3100, 4100]);
});

test("the same figure is told once, and no check takes no time", () => {
  const { told } = toldOf([
    [0, 0.2],
    [3000, 0.4],
    [3000, 1.3],
    [3000, 2],
  ]);
  expect(told).toEqual([
    [0, 1],
    [9000, 2],
  ]);
});

test("after the end of the session nothing is told", () => {
  const { sender, told } = toldOf([
    [0, 4],
    [100, 5],
  ]);
  sender.stop();
  pass(5000);
  expect([told, vi.getTimerCount()]).toEqual([[[0, 4]], 0]);
});

test("counts are sent when they are others", () => {
  const send = vi.fn();
  const sender = new StatusSender(send);
  const counts = { establishments: 1, files: 2, errors: 0, warnings: 0 };
  for (const errors of [0, 0, 1, 1, 0]) sender.counted({ ...counts, errors });
  expect(send.mock.calls).toEqual([0, 1, 0].map((errors) => [STATUS, { ...counts, errors }]));
});
