import { afterEach, beforeAll } from "vitest";
import { ACTIVE, LOADED, SWITCH } from "./switch.ts";

// Runs in the test process before each test file: defines the function that instrumented source files call.

const active = Number(process.env[ACTIVE]);
const reached = new Set<number>();
/** What is reached while files are loaded: that happens once for all test files of a process. */
const loaded: Set<number> = Reflect.get(globalThis, LOADED) ?? new Set();
let isLoading = true;

Object.assign(globalThis, {
  [LOADED]: loaded,
  [SWITCH](mutant: number): boolean {
    if (active === 0) (isLoading ? loaded : reached).add(mutant);
    return mutant === active;
  },
});

beforeAll(() => {
  isLoading = false;
});

afterEach(({ task }) => {
  const { user, system } = process.cpuUsage();
  Object.assign(task.file.meta, { reached: [...loaded, ...reached], cpu: (user + system) / 1000 });
});
