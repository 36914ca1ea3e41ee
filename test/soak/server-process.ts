import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { RunningServer } from "../clients/running-server.ts";

const SERVER = join(import.meta.dirname, "../../dist/server.node.cjs");

/** The built server in a process of its own. */
export interface ServerProcess extends RunningServer {
  readonly process: ChildProcess;
}

/** Starts the built server. `more` are options of Node. */
export function serverProcess(more: readonly string[] = []): ServerProcess {
  const child = spawn(process.execPath, [...more, SERVER, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit", "ipc"],
  });
  if (!child.stdin || !child.stdout) throw new Error("no pipes");
  return { input: child.stdin, output: child.stdout, process: child, end: () => void child.kill() };
}
