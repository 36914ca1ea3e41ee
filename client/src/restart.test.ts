import { expect, test } from "vitest";
import { type RestartableClient, restart } from "./restart.ts";

type State = "off" | "starting" | "running";

/** A client in a state, of which the first starts end as they are told: true is a server that answers. */
class FakeClient implements RestartableClient {
  readonly calls: string[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #ends: boolean[];
  #state: State;

  constructor(state: State, ...ends: readonly boolean[]) {
    this.#state = state;
    this.#ends = [...ends];
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  become(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  isRunning(): boolean {
    return this.#state === "running";
  }

  needsStop(): boolean {
    return this.#state !== "off";
  }

  onDidChangeState: RestartableClient["onDidChangeState"] = (listener) => {
    const called = () => listener({ oldState: 1, newState: 1 });
    this.#listeners.add(called);
    return { dispose: () => void this.#listeners.delete(called) };
  };

  async start(): Promise<void> {
    this.calls.push("start");
    if (this.#ends.shift() === false) throw new Error("it ended");
    this.become("running");
  }

  async stop(): Promise<void> {
    if (this.#state !== "running") throw new Error("it is not running and cannot be stopped");
    this.calls.push("stop");
    this.become("off");
  }
}

test.each<[State, readonly boolean[], readonly string[]]>([
  ["running", [], ["stop", "start"]],
  ["off", [], ["start"]],
  ["off", [false], ["start", "start"]],
  ["off", [false, false], ["start", "start", "start"]],
])("a client that is %s, whose starts are %j", async (state, ends, calls) => {
  const client = new FakeClient(state, ...ends);
  await restart(client);
  expect(client.calls).toEqual(calls);
});

test.each<State>(["off", "running"])("a start under way is waited for, until it is %s", async (state) => {
  const client = new FakeClient("starting");
  const done = restart(client);
  client.become("starting");
  await Promise.resolve();
  expect(client.calls).toEqual([]);
  client.become(state);
  await done;
  expect(client.calls).toEqual(state === "running" ? ["stop", "start"] : ["start"]);
  expect(client.listeners).toBe(0);
});

test("a server that cannot be started is told", async () => {
  const client = new FakeClient("off", false, false, false, false);
  await expect(restart(client)).rejects.toThrow("it ended");
  expect(client.calls).toEqual(["start", "start", "start"]);
});
