import { until } from "./support.ts";

/** After how long without a server there comes no other one. In milliseconds. */
const GONE = 3000;

/** Kills a server and waits for its end. False if none is started any more. */
export async function killedOne(): Promise<boolean> {
  const since = Date.now();
  const [pid] = await until("a server, or none for good", async () => {
    const found = await serversOf(process.pid);
    return found.length > 0 || Date.now() - since > GONE ? [found[0]] : undefined;
  });
  if (pid === undefined) return false;
  process.kill(pid, "SIGKILL");
  await until("its end", async () => !(await serversOf(process.pid)).includes(pid));
  return true;
}

/** The process ids of servers that a process started, where there are processes. */
export async function serversOf(parent: number): Promise<readonly number[]> {
  const { readdirSync, readFileSync } = await import("node:fs");
  return readdirSync("/proc").flatMap((name) => {
    try {
      const isServer = readFileSync(`/proc/${name}/cmdline`, "utf8").includes("server.node.cjs");
      const isChild =
        readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1] === String(parent);
      return isServer && isChild ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
