// Loaded into a server to see that a leak is found: each message that the server receives leaves a listener behind.
import { EventEmitter } from "node:events";

const kept = new EventEmitter();
kept.setMaxListeners(0);
let rest = "";

const emit = process.stdin.emit;
process.stdin.emit = function (event, ...args) {
  if (event === "data") {
    const text = rest + args[0].toString("latin1");
    const parts = text.split("Content-Length:");
    rest = text.slice(-14);
    for (let messages = parts.length - 1; messages > 0; messages--) kept.on("message", () => messages);
  }
  return emit.call(this, event, ...args);
};
