import { establishmentOf } from "../../server/src/model/establishment.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { converted } from "../../server/src/schema/convert.ts";
import { checklistOf, findingsOf, stepsOf } from "../support/analysis.ts";
import { answersAbout } from "./answers.ts";

/** The first difference between two workspaces or anything derived from them; `undefined` if they are equal. */
export function difference(left: Workspace, right: Workspace, thorough: boolean): string | undefined {
  const comparison = new Comparison();
  return (
    comparison.trees(left, right) ??
    comparison.between("layout", left.layout, right.layout) ??
    comparison.between("snapshots", left.snapshots, right.snapshots) ??
    comparison.byFile("findings", left, (workspace, uri) => findingsOf(workspace).get(uri), right) ??
    comparison.byFile("answers", left, answersAbout, right) ??
    comparison.byFile("converted", left, ({ files }, uri) => converted(files.get(uri)!), right) ??
    firstDifference(left.snapshots, (snapshot, index) => {
      const rightSnapshot = right.snapshots[index]!;
      const values = () =>
        comparison.between("value", establishmentOf(snapshot), establishmentOf(rightSnapshot));
      const steps = () => comparison.between("checklist", stepsOf(snapshot), stepsOf(rightSnapshot));
      return values() ?? (thorough && snapshot.establishment ? steps() : undefined);
    }) ??
    (thorough ? comparison.between("spoken", checklistOf(left, "fr"), checklistOf(right, "fr")) : undefined)
  );
}

/** The first difference between the syntax trees of two workspaces; `undefined` if they are equal. */
export function treesDiffer(left: Workspace, right: Workspace): string | undefined {
  return new Comparison().trees(left, right);
}

/**
 * Compares two states recursively. Each object of one must always meet the same object of the other, and blocks must be
 * in the tree: so a result that refers to a stale block is found even if the block looks the same.
 */
export class Comparison {
  readonly #counterparts = new Map<object, object>();
  #allBlocksKnown = false;

  /** Compares the trees; after this, a block that is in no tree is a difference. */
  trees(left: Workspace, right: Workspace): string | undefined {
    const found =
      left.files.size === right.files.size
        ? this.byFile("file", left, ({ files }, uri) => files.get(uri), right)
        : `${left.files.size} files, not ${right.files.size}`;
    this.#allBlocksKnown = true;
    return found;
  }

  /** Compares a part of each file. */
  byFile(
    name: string,
    left: Workspace,
    part: (workspace: Workspace, uri: string) => unknown,
    right: Workspace,
  ): string | undefined {
    return firstDifference([...left.files.keys()], (uri) =>
      this.between(`${name} of ${uri}`, part(left, uri), part(right, uri)),
    );
  }

  /** Compares two values; a difference begins with `name`. */
  between(name: string, left: unknown, right: unknown): string | undefined {
    const found = this.#compared(left, right);
    return found === undefined ? undefined : `${name}${found}`;
  }

  /** The first difference, as the path to it and both values. */
  #compared(left: unknown, right: unknown): string | undefined {
    if (left === right) return undefined;
    if (typeof left !== "object" || typeof right !== "object" || !left || !right)
      return `: ${brief(left)}, not ${brief(right)}`;
    if (left.constructor !== right.constructor) return `: ${brief(left)}, not ${brief(right)}`;
    const counterpart = this.#counterparts.get(left);
    if (counterpart === right) return undefined;
    if ("faults" in left && "indent" in left) {
      if (counterpart) return ": stands on another block";
      if (this.#allBlocksKnown) return ": stands on a block that is not in the tree";
    }
    this.#counterparts.set(left, right);
    if (left instanceof Map || left instanceof Set)
      return this.#compared([...left], [...(right as ReadonlyMap<unknown, unknown>)]);
    if (Array.isArray(left)) return this.#list(left, right as readonly unknown[]);
    return this.#fields(left as Fields, right as Fields);
  }

  #list(left: readonly unknown[], right: readonly unknown[]): string | undefined {
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      const found = this.#compared(left[i], right[i]);
      if (found !== undefined) return `[${i}]${found}`;
    }
    return undefined;
  }

  #fields(left: Fields, right: Fields): string | undefined {
    // Schemas are singletons: different objects are different schemas.
    if (left["properties"] instanceof Map) return ": another schema";
    const keys = Object.keys(left);
    for (const key of keys) {
      const found = this.#compared(left[key], right[key]);
      if (found !== undefined) return `.${key}${found}`;
    }
    return Object.keys(right).length === keys.length ? undefined : `: has ${keys}, not ${Object.keys(right)}`;
  }
}

type Fields = { readonly [key: string]: unknown };

function firstDifference<T>(
  list: readonly T[],
  compare: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of list.entries()) {
    const found = compare(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

const BRIEF = new Set(["id", "kind", "text", "message", "args", "name", "line", "col", "value", "at"]);

/** A short form of a value for messages. */
function brief(value: unknown): string {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === "" || /^\d+$/.test(key) || BRIEF.has(key) ? inner : undefined,
  );
  return text === undefined ? String(value) : text.slice(0, 300);
}
