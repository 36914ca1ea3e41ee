import { isPrivateText } from "../analysis/conceal.ts";
import { type Localize, message } from "../base/message.ts";
import { shown } from "../base/shown-text.ts";
import { establishmentOf } from "../model/establishment.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { scalarText } from "../schema/problems.ts";
import type { Scalar } from "../schema/schema.ts";
import { isAtOrBelow } from "../schema/screens.ts";
import type { Value } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import { derivedValues } from "./derived-values.ts";
import { type EnteredValue, settings, settingsBelow } from "./entered-values.ts";
import { followsWords, inheritedFromThing, shownNames } from "./shown-entries.ts";
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
  readonly text?: string;
  readonly origin?: string;
}

/**
 * What PRONOTE is to hold for an establishment, as YAML: what holds after merging, inheritance and derivation, each value
 * with its origin. Defaults are left out. A secret is the name of its variable; what is on a private line is not shown.
 */
export function effectiveText(snapshot: Snapshot, style: EffectiveStyle): string {
  const lines = linesOf(snapshot, style).filter(({ path }) => isAtOrBelow(path, style.below ?? []));
  const root: Branch = { children: new Map() };
  for (const line of lines) placed(root, line);
  return [...root.children].map(([key, branch]) => printed(key, branch, 0)).join("");
}

function linesOf(snapshot: Snapshot, { localize, nameOf, below }: EffectiveStyle): readonly EffectiveLine[] {
  const root = establishmentOf(snapshot).value;
  const written = (below ? settingsBelow(root, below) : settings(root)).map((value): EffectiveLine => {
    const { path, value: own, at } = value;
    const names = shownNames(path, snapshot);
    return {
      path: names,
      ...(own
        ? { text: isHiddenAt(at, snapshot) || names.includes(HIDDEN) ? HIDDEN : valueText(own) }
        : undefined),
      ...(nameOf ? { origin: originOf(snapshot, value, localize, nameOf) } : undefined),
    };
  });
  const derived = derivedValues(root).map(({ path, schema, value }): EffectiveLine => {
    const from = schema.follows && localize(message("follows from: {0}", followsWords(schema.follows)));
    const names = shownNames(path, snapshot);
    return { path: names, text: leafText(value), ...(nameOf && from ? { origin: from } : undefined) };
  });
  return [...written, ...derived];
}

/** Where a value is written, and what it is inherited from. */
function originOf(
  snapshot: Snapshot,
  value: EnteredValue,
  localize: Localize,
  nameOf: (uri: string) => string,
): string {
  const place = placeText(snapshot, value.at, nameOf);
  // That it comes from a base is what the name of the file says.
  const from = inheritedFromThing(value, snapshot);
  return from ? `${place} (${localize(from)})` : place;
}

function placeText(snapshot: Snapshot, at: Span, nameOf: (uri: string) => string): string {
  const file = fileOf(snapshot, at);
  return file ? `${nameOf(file.uri)}:${rangeOf(file, at).start.line + 1}` : "";
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
}

function placed(root: Branch, line: EffectiveLine): void {
  let branch = root;
  for (const key of line.path) {
    const next: Branch = branch.children.get(key) ?? { children: new Map() };
    branch.children.set(key, next);
    branch = next;
  }
  branch.line = line;
}

function printed(key: string, { children, line }: Branch, depth: number): string {
  const head = `${"  ".repeat(depth)}${inFlow(scalarText(key))}:`;
  if (children.size === 0) {
    const comment = line?.origin ? `  # ${shown(line.origin)}` : "";
    return `${head} ${line?.text ?? "{}"}${comment}\n`;
  }
  return `${head}\n${[...children].map(([name, branch]) => printed(name, branch, depth + 1)).join("")}`;
}
