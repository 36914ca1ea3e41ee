import { message } from "../base/message.ts";
import { shown } from "../base/shown-text.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type EffectiveStyle, effectiveText } from "../rollout/effective.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { languageKeyAt } from "../schema/language-keys.ts";
import { pathOfPointer } from "../schema/pointer.ts";
import { type CommandArguments, type CommandIo, type RunCommand, UsageError, worse } from "./command.ts";
import { unifiedDiff } from "./diff.ts";
import { changeSince } from "./former-settings.ts";
import { pathInput, reportNone } from "./path-input.ts";
import { type CommandInput, reportEmpty } from "./scope.ts";
import { restricted } from "./select.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep } from "./sweep.ts";
import { reportUnread } from "./unread.ts";

/**
 * Prints what PRONOTE is to hold for each establishment at the paths, each value with its origin; with `--since`, how that
 * differs from a git revision.
 */
export const effective: RunCommand = async (args, io) => {
  const input = await pathInput(args, io);
  const emptyCode = reportEmpty(input, io);
  const since = args.value("since");
  const texts =
    since === undefined ? await current(input, args, io) : await differences(since, input, args, io);
  const at = args.value("at");
  const isNothing = texts.every(isEmpty);
  if (at !== undefined && isNothing && !languageKeyAt(keysOf(at)))
    throw new UsageError(message("There is no key “{0}”.", at));
  for (const text of texts) await io.out(text);
  if (texts.length === 0 && since !== undefined)
    io.say(message("Nothing that is in effect changed since “{0}”.", since));
  if (at !== undefined && texts.length > 0 && isNothing)
    io.say(message("Nothing that is in effect stands at “{0}”.", at));
  return worse(reportUnread(input, io), since === undefined ? reportNone(texts, emptyCode, io) : emptyCode);
};

/** Whether a text has no line but the name of its establishment. */
function isEmpty(text: string): boolean {
  return text.split("\n").every((line) => line === "" || line.startsWith("# "));
}

/** The keys of a path, which may begin with a slash, as a JSON Pointer does, or end in one. */
function keysOf(at: string): KeyPath {
  return pathOfPointer(at.replace(/^\/|\/$/g, ""));
}

async function current(
  input: CommandInput,
  args: CommandArguments,
  io: CommandIo,
): Promise<readonly string[]> {
  const style = styleOf(args, io, (uri) => shownPlace(io.cwd, uri));
  const texts = await printed(input, io, (snapshot) => effectiveText(snapshot, style));
  return texts.map(({ folder, text }, at) =>
    texts.length > 1 ? `${at > 0 ? "\n" : ""}# ${folder}\n${text}` : text,
  );
}

async function differences(
  since: string,
  input: CommandInput,
  args: CommandArguments,
  io: CommandIo,
): Promise<readonly string[]> {
  // Where a value is written does not matter to PRONOTE.
  const style = styleOf(args, io, undefined);
  const change = await changeSince(since, input, io.cwd, (snapshot) => effectiveText(snapshot, style));
  const scope = restricted(input.scope, change.concerned);
  const texts = await printed({ ...input, scope }, io, (snapshot) => effectiveText(snapshot, style));
  return texts.flatMap(({ folder, uri, text }) => {
    const diff = unifiedDiff(folder, change.former(uri) ?? "", text);
    return diff === "" ? [] : [diff];
  });
}

function styleOf(
  args: CommandArguments,
  { localize }: CommandIo,
  nameOf: EffectiveStyle["nameOf"],
): EffectiveStyle {
  const at = args.value("at");
  return {
    localize,
    ...(nameOf && !args.has("no-origins") ? { nameOf } : undefined),
    ...(at === undefined ? undefined : { below: keysOf(at) }),
  };
}

interface PrintedEstablishment {
  readonly uri: string;
  readonly folder: string;
  readonly text: string;
}

async function printed(
  { scope, requested }: CommandInput,
  io: CommandIo,
  print: (snapshot: Snapshot) => string,
): Promise<readonly PrintedEstablishment[]> {
  const { establishments } = await sweep(scope, ({ snapshot }) => {
    const isRequested = snapshot.members.some(({ uri }) => requested.has(uri));
    return snapshot.establishment && isRequested ? print(snapshot) : undefined;
  });
  return establishments.flatMap(({ folder, result }) =>
    result === undefined ? [] : [{ uri: folder, folder: shown(shownPlace(io.cwd, folder)), text: result }],
  );
}
