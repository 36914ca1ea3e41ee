import type { CodeLens, Command } from "vscode-languageserver-types";
import { isOpen } from "../checklist/state.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { occurrenceAt } from "../model/symbols.ts";
import { rootSchema, type Schema, schemaOfKey } from "../schema/schema.ts";
import { rangeOf } from "../syntax/file.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { Node, Pair, Span } from "../syntax/tree.ts";
import { folderNamed } from "./checklist.ts";
import { CLIENT_REFERENCES, CLIENT_REVEAL } from "./client-commands.ts";
import { nothingOpen, openSteps, serviceCount, useCount } from "./code-lens-titles.ts";
import { type Context, locationOf } from "./context.ts";
import type { LensData, ShownReferences } from "./protocol.ts";
import { itemsAbout, stepsAboutPath } from "./steps-at.ts";
import { isInBase, occurrencesInView } from "./view.ts";

/** A file of more lines has no lenses: each would be one more line in a text that is long as it is. */
const MAX_LINES = 5_000;

const NOTHING: Command = { title: "", command: CLIENT_REVEAL };

/**
 * The places of a file that have a lens: sections with steps, profiles, classes. What a lens says is computed by
 * `resolveCodeLens`, for those that are shown.
 */
export function codeLenses(context: Context): CodeLens[] {
  const { file, shown, snapshot } = context;
  if (!shown.codeLens || file.root.lines > MAX_LINES || !snapshot.establishment) return [];
  const isBase = isInBase(context);
  return file.root.pairs.flatMap((section) => {
    const name = section.key.text.normalize("NFC");
    const schema = schemaOfKey(rootSchema, name);
    if (!schema) return [];
    // What is open, and what classes inherit, differs between the heirs of a base.
    const steps = !isBase && itemsAbout([name]).length > 0 ? [lens(context, section, "steps", [name])] : [];
    const about = isProfile(schema) ? "uses" : name === "classes" && !isBase ? "services" : undefined;
    return about ? [...steps, ...lensesOfThings(context, section, about)] : steps;
  });
}

/** Whether the things of a section are profiles: they have rights. */
function isProfile({ declares, additional }: Schema): boolean {
  return declares !== undefined && additional?.properties.has("autorisations") === true;
}

function lensesOfThings(context: Context, { key, value }: Pair, about: LensData["about"]): CodeLens[] {
  if (value.kind !== "map") return [];
  return value.pairs
    .filter((thing) => !isPrivateName(thing.key.text))
    .map((thing) =>
      lens(context, thing, about, [key.text.normalize("NFC"), thing.key.text.normalize("NFC")]),
    );
}

function lens(
  { file, uri }: Context,
  { key }: Pair,
  about: LensData["about"],
  path: readonly string[],
): CodeLens {
  const data: LensData = { uri: uri(file.uri), about, path };
  return { range: rangeOf(file, key), data };
}

/** What a lens says and does. If its place is gone in the meantime, or written twice, it says nothing. */
export function lensCommand(context: Context, { about, path }: LensData): Command {
  const pair = pairAt(context, path);
  if (!pair) return NOTHING;
  if (about === "steps") return stepsCommand(context, path);
  return about === "uses" ? usesCommand(context, pair) : servicesCommand(context, pair, path);
}

function pairAt({ file }: Context, path: readonly string[]): Pair | undefined {
  let pairs: readonly Pair[] = file.root.pairs;
  let found: Pair | undefined;
  for (const name of path) {
    const [first, ...others] = pairsNamed(pairs, name);
    // Of a key that is written twice, neither holds.
    found = others.length > 0 ? undefined : first;
    pairs = found?.value.kind === "map" ? found.value.pairs : [];
  }
  return found;
}

function pairsNamed(pairs: readonly Pair[], name: string): readonly Pair[] {
  return pairs.filter(({ key }) => key.text.normalize("NFC") === name);
}

function stepsCommand(context: Context, path: readonly string[]): Command {
  const open = stepsAboutPath(context, path).filter(({ state }) => isOpen(state));
  const [first] = open;
  const establishment = folderNamed(context.snapshot, context.uri);
  return {
    title: context.localize(first ? openSteps(open.length) : nothingOpen),
    command: CLIENT_REVEAL,
    ...(first ? { arguments: [{ establishment, slug: first.item.slug }] } : undefined),
  };
}

function usesCommand(context: Context, { key }: Pair): Command {
  const use = occurrenceAt(context.file, key);
  const uses = use ? occurrencesInView(context, use).uses.filter(({ declares }) => !declares) : [];
  return references(
    context,
    key,
    context.localize(useCount(uses.length)),
    uses.map(({ at }) => at),
  );
}

/**
 * The services that a class has in effect; those that it inherits are the places to go to. Nothing where what is written
 * as its services is none.
 */
function servicesCommand(context: Context, { key, value }: Pair, path: readonly string[]): Command {
  const effective = mapAt(establishmentOf(context.snapshot).value, [...path, "services"]);
  const services = [...(effective?.entries.values() ?? [])].filter(
    ({ value: one }) => one.kind !== "removed",
  );
  const [own, ...others] = value.kind === "map" ? pairsNamed(value.pairs, "services") : [];
  if (others.length > 0 || (own && isUnreadable(own.value))) return NOTHING;
  const names = new Set(
    own?.value.kind === "map" ? own.value.pairs.map((pair) => pair.key.text.normalize("NFC")) : [],
  );
  const inherited = services.filter(({ name }) => !names.has(name));
  return references(
    context,
    key,
    context.localize(serviceCount(services.length, inherited.length)),
    inherited.map((service) => service.key),
  );
}

/** Whether a value is neither services nor their removal. */
function isUnreadable(value: Node): boolean {
  return value.kind === "list" || (value.kind === "scalar" && value.text !== "~");
}

function references(context: Context, key: Span, title: string, spans: readonly Span[]): Command {
  const argument: ShownReferences = {
    uri: context.uri(context.file.uri),
    position: rangeOf(context.file, key).start,
    locations: spans.flatMap((span) => locationOf(context, span) ?? []),
  };
  return { title, command: CLIENT_REFERENCES, arguments: [argument] };
}
