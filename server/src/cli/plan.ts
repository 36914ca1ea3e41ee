import { deflateSync, inflateSync } from "node:zlib";
import { Analysis } from "../analysis/analysis.ts";
import { type Message, message } from "../base/message.ts";
import { inOrderOfNames } from "../base/name-order.ts";
import { plan as planOf, review } from "../features/plan.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type FormerSetting, formerSettings } from "../rollout/changes.ts";
import { type CommandIo, type ExitCode, type RunCommand, worse } from "./command.ts";
import { type ChangeSince, changeSince } from "./former-settings.ts";
import { formatIn } from "./output-format.ts";
import { sayFault } from "./own-fault.ts";
import { pathInput, reportNone } from "./path-input.ts";
import { phaseIn } from "./phase.ts";
import { planFormats } from "./plan-formats/formats.ts";
import {
  countLeft,
  leftInWords,
  type PlanOverview,
  type PlanPrinter,
  type PlanStyle,
  type ReportedPlan,
} from "./plan-formats/plan-report.ts";
import { type CommandInput, reportEmpty } from "./scope.ts";
import { restricted } from "./select.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep } from "./sweep.ts";
import { reportUnread } from "./unread.ts";

/**
 * Prints what is left to enter in PRONOTE for each establishment at the paths, or, with `--since`, what a change means
 * there.
 */
export const plan: RunCommand = async (args, io) => {
  const printer = await formatIn(planFormats, args).load();
  const phase = phaseIn(args);
  const since = args.value("since");
  const input = await pathInput(args, io);
  const emptyCode = reportEmpty(input, io);
  const change = since === undefined ? undefined : await changeSince(since, input, io.cwd, keptSettings);
  let ownFault: ExitCode = 0;
  const analysis = new Analysis((part, error) => {
    ownFault = 3;
    sayFault(part, error, io);
  });
  const style: PlanStyle = {
    ...io,
    path: (uri) => shownPlace(io.cwd, uri),
    ...(since === undefined ? undefined : { since }),
  };
  const reported = (snapshot: Snapshot): ReportedPlan => {
    const context = { analysis, language: io.language, uri: (canonical: string) => canonical };
    const folder = style.path(snapshot.folder);
    if (!change) return ofPhase({ ...planOf(snapshot, context), folder }, phase);
    const { plan, rights } = review(snapshot, new Map(change.former(snapshot.folder) ?? []), context);
    return ofPhase({ ...plan, folder, rights }, phase);
  };
  const unsorted = await printedPlans(input, change, (snapshot) =>
    printedPlan(reported(snapshot), printer, style),
  );
  const plans = inOrderOfNames(unsorted, io.language);
  const shown = change ? plans.filter(({ left }) => left > 0) : plans;
  if (shown.length > 0 || emptyCode === 0) await print(shown, printer, style, io);
  for (const told of remarks(shown, change, style)) io.say(told);
  const unreadCode = worse(reportUnread(input, io), change ? emptyCode : reportNone(plans, emptyCode, io));
  const isLeft = shown.some(({ left }) => left > 0) || (change?.gone ?? []).length > 0;
  return worse(worse(ownFault, unreadCode), isLeft ? 1 : 0);
};

type FormerRows = readonly (readonly [path: string, setting: FormerSetting])[];

function keptSettings(snapshot: Snapshot): FormerRows {
  return [...formerSettings(snapshot)];
}

/** The plan of an establishment as it is printed, in few bytes: there may be thousands. */
interface PrintedPlan extends PlanOverview {
  /** How much is left. */
  readonly left: number;
  readonly packed: Buffer;
}

function printedPlan(plan: ReportedPlan, printer: PlanPrinter, style: PlanStyle): PrintedPlan {
  return {
    name: plan.name,
    folder: plan.folder,
    words: leftInWords(plan, style),
    left: countLeft(plan),
    packed: deflateSync(printer.plan(plan, style), { level: 1 }),
  };
}

async function printedPlans(
  { scope, requested }: CommandInput,
  change: ChangeSince<FormerRows> | undefined,
  printed: (snapshot: Snapshot) => PrintedPlan,
): Promise<readonly PrintedPlan[]> {
  const wanted = change ? restricted(scope, change.concerned) : scope;
  const { establishments } = await sweep(wanted, ({ snapshot }) => {
    const isRequested = snapshot.members.some(({ uri }) => requested.has(uri));
    return snapshot.establishment && isRequested ? printed(snapshot) : undefined;
  });
  return establishments.flatMap(({ result }) => result ?? []);
}

/** A plan with the steps of one phase only, if one is asked for. */
function ofPhase(plan: ReportedPlan, phase: string | undefined): ReportedPlan {
  if (phase === undefined) return plan;
  return { ...plan, steps: plan.steps.filter((step) => String(step.phase.id) === phase), rest: [] };
}

async function print(
  plans: readonly PrintedPlan[],
  printer: PlanPrinter,
  style: PlanStyle,
  { out }: CommandIo,
): Promise<void> {
  await out(printer.begin(plans, style));
  for (const [at, { packed }] of plans.entries())
    await out(`${at > 0 ? printer.separator : ""}${inflateSync(packed).toString("utf8")}`);
  await out(printer.end(style));
}

/** What is told beside the plans of a change. */
function remarks(
  plans: readonly PrintedPlan[],
  change: ChangeSince<FormerRows> | undefined,
  { path, since = "" }: PlanStyle,
): readonly Message[] {
  if (!change) return [];
  if (plans.length === 0 && change.gone.length === 0)
    return [message("Nothing that is entered in PRONOTE changed since “{0}”.", since)];
  return change.gone.map((folder) =>
    message("“{0}” was an establishment in “{1}”, and is none any more.", path(folder), since),
  );
}
