import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "vitest";
import { MessageCheck } from "./message-check.ts";

const SERVER = join(import.meta.dirname, "../../dist/server.node.cjs");

/** A message of the server. */
interface Answer {
  readonly id?: unknown;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A client that writes bytes, valid packets or not, to a server of its own. */
export class RawClient {
  readonly process: ChildProcess;
  readonly received: Answer[] = [];
  readonly check = new MessageCheck();
  errors = "";
  #output = "";

  constructor() {
    this.process = spawn(process.execPath, [SERVER, "--stdio"]);
    this.process.stdout?.setEncoding("utf8").on("data", (text: string) => this.#read(text));
    this.process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
  }

  write(text: string): void {
    this.process.stdin?.write(text);
  }

  send(...messages: readonly object[]): void {
    for (const message of messages) {
      const whole = { jsonrpc: "2.0", ...message };
      this.check.sent(whole);
      this.write(packet(JSON.stringify(whole)));
    }
  }

  /** The answer to a request, once it is there. */
  async answer(id: unknown): Promise<Answer> {
    const found = () => this.received.find((one) => one.id === id && one.method === undefined);
    await expect.poll(found, { message: `answer to ${String(id)}` }).toBeDefined();
    return found() ?? {};
  }

  async initialized(): Promise<void> {
    this.send({
      id: "start",
      method: "initialize",
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    this.send({ method: "initialized", params: {} });
    await this.answer("start");
  }

  /** Ends the server as an editor does, and returns its exit code. */
  async stop(): Promise<unknown> {
    const exit = once(this.process, "exit");
    this.send({ id: "end", method: "shutdown" }, { method: "exit" });
    const [code] = (await exit) as unknown[];
    return code;
  }

  #read(text: string): void {
    this.#output += text;
    for (let end = this.#output.indexOf("\r\n\r\n"); end >= 0; end = this.#output.indexOf("\r\n\r\n")) {
      const length = Number(/Content-Length: (\d+)/.exec(this.#output)?.[1]);
      const body = Buffer.from(this.#output.slice(end + 4));
      if (body.length < length) return;
      const message = JSON.parse(body.subarray(0, length).toString()) as Answer;
      this.#output = body.subarray(length).toString();
      this.check.received(message);
      this.received.push(message);
    }
  }
}

/** A body with its header, or with another one. */
export function packet(body: string, header = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`): string {
  return header + body;
}
