import { hasPrivateLines, isPrivateText } from "../analysis/conceal.ts";
import { finished } from "../base/finished.ts";
import { memoBeside } from "../base/memo.ts";
import type { Localize } from "../base/message.ts";
import { shown } from "../base/shown-text.ts";
import { establishmentOf } from "../model/establishment.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { pointer } from "../schema/pointer.ts";
import { scalarText } from "../schema/problems.ts";
import type { Scalar } from "../schema/schema.ts";
import { isAtOrBelow } from "../schema/screens.ts";
import type { Value } from "../schema/value.ts";
import { lineOfBlock } from "../syntax/file.ts";
import type { Block, Span } from "../syntax/tree.ts";
import { derivedValues } from "./derived-values.ts";
import { type SettingsOfThing, settingsByThing } from "./entered-values.ts";
import { followsFrom, inheritedFromThing, shownNames } from "./shown-entries.ts";
import { HIDDEN, isHiddenAt } from "./value-words.ts";

/** How the effective configuration is written. */
export interface EffectiveStyle {
  readonly localize: Localize;
  /** Names a file in the comment on an origin; left out, no origins are written: two texts are compared more easily. */
  readonly nameOf?: (uri: string) => string;
  /** Only what stands at or below these keys. */
  readonly below?: KeyPath;
}

/** A value of the effective configuration. */
interface EffectiveLine {
  readonly path: KeyPath;
  /** `undefined` for a thing about which nothing is said. */
  readonly text: string | undefined;
  readonly origin: string | undefined;
}

/**
 * What PRONOTE is to hold for an establishment, as YAML: what holds after merging, inheritance and derivation, each value
 * with its origin. Defaults are left out. A secret is the name of its variable; what is on a private line is not shown.
 */
export function effectiveText(snapshot: Snapshot, style: EffectiveStyle): string {
  return finished(effectiveTextInParts(snapshot, style));
}

/** The same, with pauses: of a large establishment it takes a while. */
export function* effectiveTextInParts(snapshot: Snapshot, style: EffectiveStyle): Generator<void, string> {
  const { below = [] } = style;
  const root: Branch = { children: new Map() };
  const derived = derivedLines(snapshot, style);
  const completed = new Set(derived.map(({ path }) => pointer(path.slice(0, THING))));
  for (const values of yield* settingsByThing(establishmentOf(snapshot).value, below)) {
    yield;
    const path = shownNames(values[0]?.path.slice(0, THING) ?? [], snapshot);
    const origins = originsOf(snapshot, values, style);
    // What follows from other values stands among those of its thing.
    const isAlone = path.length === THING && !path.includes(HIDDEN) && !completed.has(pointer(path));
    if (isAlone && below.length <= THING && !hasPrivateLines(snapshot))
      branchAt(root, path).text = textOfThing(values, origins);
    else placeAll(root, linesOf(values, origins, privateLinesOf(snapshot)), below);
  }
  placeAll(root, derived, below);
  return [...root.children].map(([key, branch]) => printed(key, branch, 0)).join("");
}

/** The length of the path of a thing: its section, and its name. */
const THING = 2;

/** The text of a thing of which no line is private. Kept while its values and their origins are the same. */
const textOfThing = memoBeside(
  (values: SettingsOfThing, origins: readonly string[]): string => {
    const root: Branch = { children: new Map() };
    placeAll(root, linesOf(values, origins, NO_PRIVATE_LINES), []);
    const things = [...root.children.values()].flatMap(({ children }) => [...children]);
    return things.map(([name, branch]) => printed(name, branch, THING - 1)).join("");
  },
  (one, other) => one === other,
);

/** What is not shown, as it stands on a line with private text. */
interface PrivateLines {
  readonly namesOf: (path: KeyPath) => KeyPath;
  readonly hides: (at: Span) => boolean;
}

const NO_PRIVATE_LINES: PrivateLines = { namesOf: (path) => shownNames(path), hides: () => false };

function privateLinesOf(snapshot: Snapshot): PrivateLines {
  return { namesOf: (path) => shownNames(path, snapshot), hides: (at) => isHiddenAt(at, snapshot) };
}

function linesOf(
  values: SettingsOfThing,
  origins: readonly string[],
  { namesOf, hides }: PrivateLines,
): readonly EffectiveLine[] {
  return values.map(({ path, value, at }, index) => {
    const names = namesOf(path);
    const text = value && (hides(at) || names.includes(HIDDEN) ? HIDDEN : valueText(value));
    return { path: names, text, origin: origins[index] };
  });
}

function derivedLines(snapshot: Snapshot, { localize, nameOf }: EffectiveStyle): readonly EffectiveLine[] {
  return derivedValues(establishmentOf(snapshot).value).map(({ path, schema, value }) => {
    const from = schema.follows && localize(followsFrom(schema, schema.follows));
    return { path: shownNames(path, snapshot), text: leafText(value), origin: nameOf && from };
  });
}

/** Where each value is written, and what it is inherited from; nothing where origins are not written. */
function originsOf(
  snapshot: Snapshot,
  values: SettingsOfThing,
  { localize, nameOf }: EffectiveStyle,
): readonly string[] {
  if (!nameOf) return [];
  const placeOf = placesIn(snapshot, nameOf);
  return values.map((value) => {
    // That it comes from a base is what the name of the file says.
    const from = inheritedFromThing(value, snapshot);
    return from ? `${placeOf(value.at)} (${localize(from)})` : placeOf(value.at);
  });
}

/** Tells the places of spans. Those of a thing are mostly in the same block, which is found once. */
function placesIn(snapshot: Snapshot, nameOf: (uri: string) => string): (at: Span) => string {
  let block: Block | undefined;
  let name: string | undefined;
  let first = 0;
  return (at) => {
    if (at.block !== block) {
      block = at.block;
      const file = fileOf(snapshot, at);
      name = file && nameOf(file.uri);
      first = file ? lineOfBlock(file, block) : 0;
    }
    return name === undefined ? "" : `${name}:${first + at.line + 1}`;
  };
}

function valueText(value: Value): string {
  if (value.kind === "leaf") return leafText(value.value);
  if (value.kind !== "list") return "";
  return `[${value.items.map(valueText).join(", ")}]`;
}

function leafText(value: Scalar): string {
  if (typeof value !== "string") return String(value);
  return isPrivateText(value) ? HIDDEN : inFlow(scalarText(value));
}

/** A scalar that may stand between brackets too. */
function inFlow(text: string): string {
  return text.startsWith('"') || !/[[\]{},]/.test(text) ? text : JSON.stringify(text);
}

/** A key with its value, or with keys below. */
interface Branch {
  readonly children: Map<string, Branch>;
  line?: EffectiveLine;
  /** All of it, where it is printed already. */
  text?: string;
}

function placeAll(root: Branch, lines: readonly EffectiveLine[], below: KeyPath): void {
  for (const line of lines) if (isAtOrBelow(line.path, below)) branchAt(root, line.path).line = line;
}

function branchAt(root: Branch, path: KeyPath): Branch {
  let branch = root;
  for (const key of path) {
    const next: Branch = branch.children.get(key) ?? { children: new Map() };
    branch.children.set(key, next);
    branch = next;
  }
  return branch;
}

function printed(key: string, { children, line, text }: Branch, depth: number): string {
  if (text !== undefined) return text;
  const head = `${"  ".repeat(depth)}${inFlow(scalarText(key))}:`;
  if (children.size === 0) {
    const comment = line?.origin ? `  # ${shown(line.origin)}` : "";
    return `${head} ${line?.text ?? "{}"}${comment}\n`;
  }
  return `${head}\n${[...children].map(([name, branch]) => printed(name, branch, depth + 1)).join("")}`;
}
