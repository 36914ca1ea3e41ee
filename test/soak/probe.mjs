// Loaded into a server that is measured: tells its parent, at each message, what the process holds. If the message asks
// for it, the bytes of its objects are counted too, which takes a second.
import { readdirSync } from "node:fs";
import { getHeapSnapshot } from "node:v8";

/** Kinds of things in the heap that are made by the compiler: they grow for as long as code is made faster. */
const COMPILED = new Set(["code", "hidden", "object shape", "native", "synthetic"]);

process.on("message", async ({ counted }) => {
  for (let turns = 0; turns < 3; turns++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, rss } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length + openFiles();
  process.send?.({ heapUsed, rss, handles, objects: counted ? await bytesOfObjects() : 0 });
});

/** The number of open files and sockets; 0 where the system does not tell. */
function openFiles() {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}

async function bytesOfObjects() {
  const parts = [];
  for await (const part of getHeapSnapshot()) parts.push(part);
  const { snapshot, nodes } = JSON.parse(Buffer.concat(parts).toString());
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [kind, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!COMPILED.has(types[kind][nodes[at + kind]])) sum += nodes[at + size];
  return sum;
}
