import { afterEach } from "vitest";
import { ACTIVE, SWITCH } from "./switch.ts";

// Runs in the test process before each test file: defines the function that instrumented source files call.

const active = Number(process.env[ACTIVE]);
const reached = new Set<number>();

Object.assign(globalThis, {
  [SWITCH](mutant: number): boolean {
    if (active === 0) reached.add(mutant);
    return mutant === active;
  },
});

afterEach(({ task }) => {
  const { user, system } = process.cpuUsage();
  Object.assign(task.file.meta, { reached: [...reached], cpu: (user + system) / 1000 });
});
