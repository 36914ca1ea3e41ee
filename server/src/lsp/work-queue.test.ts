import { expect, test } from "vitest";
import { turn } from "./scheduler.ts";
import { WorkQueue } from "./work-queue.ts";

/** A queue of numbers, whose work waits until it is released. */
function queueOf() {
  const started: (readonly number[])[] = [];
  const ended: string[] = [];
  const faults: unknown[] = [];
  let release: ((error?: Error) => void) | undefined;
  const queue = new WorkQueue<Set<number>>({
    none: () => new Set(),
    failed: (error) => faults.push(error),
    async run(list, isCurrent) {
      started.push([...list]);
      await new Promise<void>((resolve, reject) => {
        release = (error) => (error ? reject(error) : resolve());
      });
      ended.push(`${[...list].join(" ")}${isCurrent() ? "" : ", given up"}`);
    },
  });
  const ask = (number: number) => queue.ask((list) => list.add(number));
  const released = async (error?: Error) => {
    release?.(error);
    await turn();
  };
  return { queue, ask, released, started, ended, faults };
}

test("one list is worked on at a time; what is asked for meanwhile is gathered on one more", async () => {
  const { ask, released, started } = queueOf();
  ask(1);
  for (let index = 0; index < 1_000; index++) ask(2 + (index % 2));
  expect(started).toEqual([[1]]);
  await released();
  expect(started).toEqual([[1], [2, 3]]);
  await released();
  expect(started).toHaveLength(2);
  ask(4);
  expect(started.at(-1)).toEqual([4]);
});

test("work that is given up is done again, with what is asked for next", async () => {
  const { queue, ask, released, started, ended } = queueOf();
  ask(1);
  queue.giveUp();
  ask(2);
  await released();
  expect(ended).toEqual(["1, given up"]);
  expect(started).toEqual([[1], [1, 2]]);
  await released();
  expect(ended).toEqual(["1, given up", "1 2"]);
});

test("who waits is told when all is done that was asked for by then, and not before", async () => {
  const { queue, ask, released } = queueOf();
  const events: string[] = [];
  const wait = (name: string) => void queue.settled().then(() => events.push(name));
  wait("nothing");
  ask(1);
  wait("first");
  ask(2);
  wait("second");
  await turn();
  expect(events).toEqual(["nothing"]);
  queue.giveUp();
  await released();
  expect(events).toEqual(["nothing"]);
  await released();
  expect(events).toEqual(["nothing", "first", "second"]);
});

test("work that fails is reported; what was asked for meanwhile is done, and nobody waits for ever", async () => {
  const { queue, ask, released, started, faults } = queueOf();
  ask(1);
  const settled = queue.settled();
  ask(2);
  const error = new Error("broken disk");
  await released(error);
  await settled;
  expect(faults).toEqual([error]);
  expect(started).toEqual([[1], [2]]);
});
