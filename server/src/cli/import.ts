import { resolve } from "node:path";
import { message } from "../base/message.ts";
import type { ImportOptions, ImportPlan } from "../exchange/import-plan.ts";
import { isStopped, planImport } from "../exchange/plan-import.ts";
import { type ImportPart, PARTS } from "../exchange/proposal.ts";
import { readSources } from "../exchange/read-sources.ts";
import { disk, uriOf } from "../lsp/disk.ts";
import { repositoryFindings } from "../lsp/source-in-repository.ts";
import { noSuchValue } from "./arguments.ts";
import { type CommandArguments, type ExitCode, type RunCommand, UsageError } from "./command.ts";
import { importFormats } from "./import-formats/formats.ts";
import { namedSources } from "./import-named.ts";
import { sourcesAt } from "./import-sources.ts";
import { establishmentIn, newEstablishmentIn } from "./import-target.ts";
import { writeImport } from "./import-write.ts";
import { formatIn } from "./output-format.ts";
import { shownPlace } from "./shown-place.ts";

/**
 * Reads exports, and shows what they would add to an establishment; with `--write` it adds that. Exit codes: 0 nothing to
 * do, or written; 1 there is something to write; 2 an error stops it.
 */
export const runImport: RunCommand = async (args, io) => {
  const format = formatIn(importFormats, args);
  const only = partsIn(args);
  const options = optionsIn(args);
  const into = args.value("into") ?? ".";
  const known = await establishmentIn(into, io.cwd);
  const paths = args.operands.length > 0 ? args.operands : namedSources(known, args.value("from") ?? ".");
  if (args.operands.length > 0 && args.has("from"))
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--from", args.operands[0] ?? ""));
  const sources = await sourcesAt(paths, io.cwd);
  const read = readSources(sources, { counts: args.has("counts") });
  const snapshot = known ?? (await newEstablishmentIn(into, io.cwd, read.records));
  const onDisk = sources.map(({ name }) => ({ name, uri: uriOf(resolve(io.cwd, name)) }));
  const noticed = [...read.findings, ...(await repositoryFindings(disk, onDisk, snapshot.folder))];
  const plan = planImport({ snapshot, records: read.records, noticed, only, options });
  const path = (uri: string) => shownPlace(io.cwd, uri);
  const stopped = isStopped(plan);
  const wanted = args.has("write") && !stopped;
  const failed = wanted ? await writeImport(plan.folder, plan.files, path, io) : 0;
  const report = {
    plan,
    sources: read.records.map(({ source, kind }) => ({ name: source, kind })),
    path,
    isStopped: stopped,
    isWritten: wanted && failed === 0 && plan.files.length > 0,
    failed,
  };
  await io.out((await format.load())(report, io));
  return exitCodeOf(plan, stopped || failed > 0, wanted);
};

function exitCodeOf({ files }: ImportPlan, hasFailed: boolean, isWritten: boolean): ExitCode {
  if (hasFailed) return 2;
  return files.length > 0 && !isWritten ? 1 : 0;
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
