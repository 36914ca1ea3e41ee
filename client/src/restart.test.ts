import { expect, test } from "vitest";
import { type RestartableClient, restart } from "./restart.ts";

type State = "off" | "starting" | "running";

/** A client in a state, whose starts end as they are told: `false` is a server that ends meanwhile. */
class FakeClient implements RestartableClient {
  readonly calls: string[] = [];
  readonly #ends: boolean[];
  #state: State;
  /** What a start throws whose server ends. */
  error = new Error("it ended");

  constructor(state: State, ...ends: readonly boolean[]) {
    this.#state = state;
    this.#ends = [...ends];
  }

  needsStop(): boolean {
    return this.#state !== "off";
  }

  async start(): Promise<void> {
    if (this.#state === "running") return;
    this.calls.push(this.#state === "starting" ? "wait" : "start");
    this.#state = "starting";
    // What a client does between its state and the end of its start takes a while.
    await Promise.resolve();
    const isSuccess = this.#ends.shift() !== false;
    this.#state = isSuccess ? "running" : "off";
    if (!isSuccess) throw this.error;
  }

  async stop(): Promise<void> {
    if (this.#state !== "running") throw new Error("it is not running and cannot be stopped");
    this.calls.push("stop");
    this.#state = "off";
  }
}

test.each<[State, readonly boolean[], readonly string[]]>([
  ["running", [], ["stop", "start"]],
  ["off", [], ["start"]],
  ["off", [false], ["start", "start"]],
  ["off", [false, false], ["start", "start", "start"]],
  ["starting", [], ["wait", "stop", "start"]],
  ["starting", [false], ["wait", "start"]],
  ["starting", [false, false], ["wait", "start", "start"]],
])("a client that is %s, whose starts are %j", async (state, ends, calls) => {
  const client = new FakeClient(state, ...ends);
  await restart(client);
  expect(client.calls).toEqual(calls);
});

test("a server that cannot be started is told", async () => {
  const client = new FakeClient("off", false, false, false, false);
  await expect(restart(client)).rejects.toThrow("it ended");
  expect(client.calls).toEqual(["start", "start", "start"]);
});

test("a server that ends at each start is told by the error handler only", async () => {
  const client = new FakeClient("off", false, false, false);
  client.error = Object.assign(new Error("pending response rejected"), { code: -32_097 });
  await restart(client);
  expect(client.calls).toEqual(["start", "start", "start"]);
});
