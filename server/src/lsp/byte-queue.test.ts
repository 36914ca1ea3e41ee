import { expect, test } from "vitest";
import { ByteQueue } from "./byte-queue.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (of: string) => new TextEncoder().encode(of);

test("bytes are taken in their order, and may be put back", () => {
  const queue = new ByteQueue();
  queue.add(bytes("one "));
  queue.add(bytes("two "));
  expect(text(queue.peek(2, 6))).toBe("e tw");
  expect(text(queue.take(4))).toBe("one ");
  queue.add(bytes("three"));
  expect(text(queue.take(6))).toBe("two th");
  queue.putBack(2);
  expect([queue.length, text(queue.peek(0, 99))]).toEqual([5, "three"]);
  expect(text(queue.take(99))).toBe("three");
  expect(queue.length).toBe(0);
  queue.add(bytes("x"));
  expect(text(queue.take(1))).toBe("x");
});

test("a long message that arrives in many parts is copied a few times only", () => {
  const queue = new ByteQueue();
  let copied = 0;
  const { set } = Uint8Array.prototype;
  const part = new Uint8Array(1000);
  Uint8Array.prototype.set = function (this: Uint8Array, from: ArrayLike<number>, at?: number) {
    copied += from.length;
    set.call(this, from, at);
  };
  try {
    for (let i = 0; i < 5000; i++) queue.add(part);
  } finally {
    Uint8Array.prototype.set = set;
  }
  expect(queue.length).toBe(5_000_000);
  expect(copied).toBeLessThan(4 * queue.length);
});
