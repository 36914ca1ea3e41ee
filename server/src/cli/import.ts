import { message } from "../base/message.ts";
import { combine } from "../exchange/combine.ts";
import { crossCheck } from "../exchange/cross-check.ts";
import { identityFindings } from "../exchange/identity-check.ts";
import type { ImportOptions, ImportPlan } from "../exchange/import-plan.ts";
import { planOf } from "../exchange/make-plan.ts";
import { type ImportPart, PARTS } from "../exchange/proposal.ts";
import { readSources } from "../exchange/read-sources.ts";
import type { SourceRecords } from "../exchange/records.ts";
import type { SourceFinding } from "../exchange/source.ts";
import { today } from "../lsp/today.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { noSuchValue } from "./arguments.ts";
import { type CommandArguments, type ExitCode, type RunCommand, UsageError } from "./command.ts";
import { importFormats } from "./import-formats/formats.ts";
import { namedSources } from "./import-named.ts";
import { sourcesAt } from "./import-sources.ts";
import { establishmentIn } from "./import-target.ts";
import { writeImport } from "./import-write.ts";
import { formatIn } from "./output-format.ts";
import { shownPlace } from "./shown-place.ts";
import { repositoryFindings } from "./source-in-repository.ts";

/**
 * Reads exports, and shows what they would add to an establishment; with `--write` it adds that. Exit codes: 0 nothing to
 * do, or written; 1 there is something to write; 2 an error stops it.
 */
export const runImport: RunCommand = async (args, io) => {
  const format = formatIn(importFormats, args);
  const only = partsIn(args);
  const options = optionsIn(args);
  const snapshot = await establishmentIn(args.value("into") ?? ".", io.cwd);
  const paths = args.operands.length > 0 ? args.operands : namedSources(snapshot, args.value("from") ?? ".");
  if (args.operands.length > 0 && args.has("from"))
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--from", args.operands[0] ?? ""));
  const sources = await sourcesAt(paths, io.cwd);
  const read = readSources(sources, { counts: args.has("counts") });
  const noticed = [...read.findings, ...(await repositoryFindings(sources, snapshot.folder, io.cwd))];
  const plan = importPlan(snapshot, read.records, noticed, only, options);
  const path = (uri: string) => shownPlace(io.cwd, uri);
  const isStopped = plan.findings.some(({ severity }) => severity === "error");
  const wanted = args.has("write") && !isStopped;
  const failed = wanted ? await writeImport(plan.folder, plan.files, path, io) : 0;
  const report = {
    plan,
    sources: read.records.map(({ source, kind }) => ({ name: source, kind })),
    path,
    isStopped,
    isWritten: wanted && failed === 0 && plan.files.length > 0,
  };
  await io.out((await format.load())(report, io));
  return exitCodeOf(plan, isStopped || failed > 0, wanted);
};

function exitCodeOf({ files }: ImportPlan, hasFailed: boolean, isWritten: boolean): ExitCode {
  if (hasFailed) return 2;
  return files.length > 0 && !isWritten ? 1 : 0;
}

/** The plan of an import. Sources of another establishment or year are told alone: all else would follow from them. */
function importPlan(
  snapshot: Snapshot,
  records: readonly SourceRecords[],
  noticed: readonly SourceFinding[],
  only: ReadonlySet<ImportPart>,
  options: ImportOptions,
): ImportPlan {
  const own = snapshot.members.length > 0 ? establishmentOf(snapshot).value.get("etablissement") : undefined;
  const rne = own?.get("rne")?.value;
  const annee = own?.get("annee-scolaire")?.value;
  const identity = identityFindings(records, { ...(rne && { rne }), ...(annee && { annee }) });
  const outside = combine(identity.length > 0 ? [] : records, today());
  const found =
    identity.length > 0 ? identity : [...outside.findings, ...crossCheck(records, outside, today())];
  const findings = [...noticed, ...found, ...nothingToCreate(snapshot, outside.rne === undefined, identity)];
  return planOf({ outside, snapshot, only, options, findings });
}

/** A new establishment needs a source that says which one it is. */
function nothingToCreate(
  { members }: Snapshot,
  isUnknown: boolean,
  identity: readonly SourceFinding[],
): readonly SourceFinding[] {
  if (members.length > 0 || !isUnknown || identity.length > 0) return [];
  const told = message(
    "No source says of which establishment it is, and there is none in the folder: add {0}, or name a folder with {1}.",
    "sts_emp, emp_sts, Structures",
    "--into",
  );
  return [{ id: "no-establishment", severity: "error", message: told }];
}

function partsIn(args: CommandArguments): ReadonlySet<ImportPart> {
  const text = args.value("only");
  if (text === undefined) return new Set(PARTS);
  return new Set(text.split(",").map((name) => partNamed(name.trim())));
}

function partNamed(name: string): ImportPart {
  const part = PARTS.find((one) => one === name);
  if (part) return part;
  throw noSuchValue(name, "--only", PARTS);
}

function optionsIn(args: CommandArguments): ImportOptions {
  const periodicite = args.value("periodicite");
  const [refresh, prune, lift] = ["refresh", "prune", "lift"].map((name) => args.has(name));
  return {
    refresh: refresh === true,
    prune: prune === true,
    lift: lift === true,
    ...(periodicite !== undefined && { periodicite }),
  };
}
