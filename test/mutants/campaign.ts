import { type Judge, judgesFrom, judgesWithin, verdictOn } from "./judge.ts";
import type { Options } from "./options.ts";
import type { SampledMutant } from "./plan.ts";
import type { JudgedMutant } from "./report.ts";
import type { Results } from "./results.ts";
import type { TestSession } from "./session.ts";

/** What is reported during a run. */
export interface Progress {
  readonly begun: (tests: number, mutants: number) => void;
  readonly slow: (test: string) => void;
  readonly judging: () => void;
  readonly judged: (done: number, of: number) => void;
}

/** Separates the mutants with a known result from the others. */
export function sorted(
  sampled: readonly SampledMutant[],
  results: Results,
): { readonly known: readonly JudgedMutant[]; readonly open: readonly SampledMutant[] } {
  const known: JudgedMutant[] = [];
  const open: SampledMutant[] = [];
  for (const one of sampled) {
    const status = one.equivalent ? "equivalent" : results.of(one.key, one.judges)?.status;
    if (status === undefined) open.push(one);
    else known.push({ folder: one.folder, mutant: one.mutant, status });
  }
  return { known, open };
}

/** Judges mutants and stores the results. */
export async function judgeAll(
  sampled: readonly SampledMutant[],
  sessions: readonly TestSession[],
  results: Results,
  options: Pick<Options, "seconds" | "slow">,
  progress: Progress,
): Promise<readonly JudgedMutant[]> {
  const tests = new Set(sampled.flatMap(({ near }) => near));
  progress.begun(tests.size, sampled.length);
  const judges = new Map<string, Judge>();
  await inSessions(sessions, inGroups([...tests]), async (session, group) => {
    for (const judge of await judgesFrom(session, group, options.slow * 1000)) judges.set(judge.test, judge);
    for (const test of group) if (!judges.has(test)) progress.slow(test);
  });
  progress.judging();
  const judged: JudgedMutant[] = [];
  await inSessions(sessions, sampled, async (session, { folder, mutant, near, ...rest }) => {
    const all = near.flatMap((test) => judges.get(test) ?? []);
    const own = judgesWithin(all, mutant.number, options.seconds * 1000);
    const verdict = await verdictOn(session, mutant.number, own);
    results.add({ ...verdict, key: rest.key, judges: rest.judges(verdict.by) });
    judged.push({ folder, mutant, status: verdict.status });
    progress.judged(judged.length, sampled.length);
  });
  return judged;
}

/** The number of test files that are run in one process before there are mutants: its memory has a limit. */
const GROUP = 30;

function inGroups(tests: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(tests.length / GROUP) }, (_, at) =>
    tests.slice(at * GROUP, (at + 1) * GROUP),
  );
}

/** Does some work for each item; the sessions work at the same time. */
async function inSessions<T>(
  sessions: readonly TestSession[],
  items: readonly T[],
  work: (session: TestSession, item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    sessions.map(async (session) => {
      // The sessions share the iterator, so each item is worked on once.
      for (const item of waiting) await work(session, item);
    }),
  );
}
