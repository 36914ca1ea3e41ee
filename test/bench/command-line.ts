/** `rentree check` and ajv-cli, which checks the schema only: whole cold processes, alternately. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { atMost, type Chapter, type Setting } from "./chapter.ts";
import { pair, percentile, short, type Times } from "./figures.ts";
import { writeAcademie } from "./generate.ts";
import { AJV, CLI, PROBE } from "./peers.ts";

interface Run {
  readonly seconds: number;
  readonly resident: number;
}

/** Checks 300 and 3,000 establishments, and plans them. */
export async function commandLine({ scratch, schema }: Setting): Promise<Chapter> {
  const some = inTurn(join(scratch, "some"), schema, 300, 5);
  const many = inTurn(join(scratch, "many"), schema, 3_000, 2);
  const seconds = (runs: readonly Run[]): Times => runs.map((run) => run.seconds);
  const most = (runs: readonly Run[]) => Math.max(...runs.map(({ resident }) => resident));
  const p50 = (runs: readonly Run[]) => percentile(seconds(runs), 0.5);
  const rows = [some, many].flatMap(({ count, own, peer }) => [
    [
      `${count} establishments, seconds`,
      pair(seconds(own)),
      pair(seconds(peer)),
      short(p50(own) / p50(peer)),
    ],
    [`${count} establishments, most resident MB`, short(most(own)), short(most(peer)), ""],
  ]);
  const times = p50(some.own) / p50(some.peer);
  const plans = [some, many].map(({ count, own, plan }) => [
    `rentree plan of ${count} establishments: seconds, in the time of check, most resident MB`,
    pair(seconds(plan)),
    short(p50(plan) / p50(own)),
    short(most(plan)),
  ]);
  return {
    title: "`rentree check`, all rules, beside ajv-cli (schema only); `rentree plan` beside `rentree check`",
    head: ["whole process", "rentree check", "ajv-cli 5.0.0", "ours in the peer's"],
    rows: [...rows, ...plans],
    judged: [
      atMost("`rentree check` of 300 establishments, in ajv-cli's time", times, 2, "×"),
      atMost("`rentree check` of 300 establishments, resident", most(some.own), 300, "MB"),
      atMost("3,000 establishments, in the time of 300", p50(many.own) / p50(some.own), 11, "×"),
      atMost("`rentree check` of 3,000 establishments, resident", most(many.own), 300, "MB"),
      atMost("`rentree plan` of 300, in the time of `rentree check`", p50(some.plan) / p50(some.own), 4, "×"),
      atMost("`rentree plan` of 3,000, in the time of 300", p50(many.plan) / p50(some.plan), 11, "×"),
      atMost("`rentree plan` of 3,000 establishments, resident", most(many.plan), 300, "MB"),
    ],
  };
}

function inTurn(folder: string, schema: string, count: number, rounds: number) {
  writeAcademie(folder, count);
  const own: Run[] = [];
  const plan: Run[] = [];
  const peer: Run[] = [];
  for (let i = 0; i < rounds; i++) {
    own.push(timedRun([CLI, "check", folder, "--format", "json"], /"errors": ?0/));
    // Exit code 1: something is left to enter.
    plan.push(timedRun([CLI, "plan", folder, "--format", "text"], /\S/, 1));
    peer.push(
      timedRun([AJV, "validate", "--strict=false", "-s", schema, "-d", `${folder}/e*/*.yaml`], /valid/),
    );
  }
  return { count, own, plan, peer };
}

function timedRun(args: readonly string[], expected: RegExp, code = 0): Run {
  const begin = performance.now();
  const options = { encoding: "utf8", maxBuffer: 1 << 30 } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, [...PROBE, ...args], options);
  const seconds = (performance.now() - begin) / 1000;
  if (status !== code || !expected.test(stdout))
    throw new Error(`${args[0]} ended with ${status}: ${stderr.slice(0, 500)}${stdout.slice(0, 500)}`);
  return { seconds, resident: JSON.parse(/^probe (.*)$/m.exec(stderr)?.[1] ?? "{}").most };
}
