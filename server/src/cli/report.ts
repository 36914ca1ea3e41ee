import { Analysis } from "../analysis/analysis.ts";
import { stepsOf } from "../checklist/steps.ts";
import { findingCounts } from "../rollout/report/finding-counts.ts";
import { reportedFindings } from "../rollout/report/shared-findings.ts";
import type { RightsMatrix } from "../rollout/rights-matrix.ts";
import { type Standing, standingOf } from "../rollout/standing.ts";
import { mergeResults } from "./check-scope.ts";
import { type CommandIo, type ExitCode, type RunCommand, worse } from "./command.ts";
import { resultOf } from "./establishment-result.ts";
import { formatIn } from "./output-format.ts";
import { sayFault } from "./own-fault.ts";
import { pathInput, reportNone } from "./path-input.ts";
import { reportFormats } from "./report-formats.ts";
import { reportEmpty } from "./scope.ts";
import { severitiesOf } from "./severities.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep, type VisitedEstablishment } from "./sweep.ts";
import { reportUnread } from "./unread.ts";

/** Prints where the establishments at the paths stand, to be handed on. */
export const report: RunCommand = async (args, io) => {
  const format = formatIn(reportFormats, args);
  const input = await pathInput(args, io);
  const emptyCode = reportEmpty(input, io);
  let ownFault: ExitCode = 0;
  const analysis = new Analysis((part, error) => {
    ownFault = 3;
    sayFault(part, error, io);
  });
  const standings = new Standings(analysis, io);
  const swept = await sweep(input.scope, (visited) => ({
    ...resultOf(analysis, visited, { lines: false, texts: false }),
    standing: standings.at(visited),
  }));
  const { found } = mergeResults(swept, severitiesOf([]), analysis, input.scope.today);
  const counts = findingCounts(
    swept.establishments.map(({ members, bases, result: { establishment } }) => ({
      members,
      bases,
      findings: establishment.findings,
    })),
    found,
  );
  const wanted = swept.establishments.flatMap(({ folder, members, result: { standing } }, at) => {
    if (!standing || !members.some((uri) => input.requested.has(uri))) return [];
    const path = shownPlace(io.cwd, folder);
    return [{ members, establishment: { ...standing, folder: path, errors: 0, warnings: 0, ...counts[at] } }];
  });
  const establishments = wanted.map(({ establishment }) => establishment);
  const foundInEach = wanted.flatMap(({ members, establishment }) =>
    members.flatMap((uri) => (found.get(uri) ?? []).map((finding) => ({ establishment, finding }))),
  );
  const findings = reportedFindings(foundInEach, io.localize);
  const unreadCode = worse(reportUnread(input, io), reportNone(establishments, emptyCode, io));
  const print = await format.load();
  await io.out(print({ today: input.scope.today, establishments, findings }, io.localize, io.language));
  return worse(worse(emptyCode, unreadCode), ownFault);
};

/** Where each establishment stands, without references to its texts: many are in memory at once. */
class Standings {
  readonly #analysis: Analysis;
  readonly #io: CommandIo;
  readonly #rights = new Map<string, readonly RightsMatrix[]>();

  constructor(analysis: Analysis, io: CommandIo) {
    this.#analysis = analysis;
    this.#io = io;
  }

  at({ snapshot }: VisitedEstablishment): Standing | undefined {
    if (!snapshot.establishment) return undefined;
    const steps = stepsOf(snapshot, this.#analysis.establishmentFindings(snapshot), this.#analysis.onFault);
    const { rights, ...standing } = standingOf(snapshot, steps, this.#io.localize);
    const text = JSON.stringify(rights);
    const shared = this.#rights.get(text) ?? (JSON.parse(text) as readonly RightsMatrix[]);
    this.#rights.set(text, shared);
    return { ...(JSON.parse(JSON.stringify(standing)) as typeof standing), rights: shared };
  }
}
