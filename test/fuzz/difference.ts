import { establishmentOf } from "../../server/src/model/establishment.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { converted } from "../../server/src/schema/convert.ts";
import { checklistOf, findingsOf, stepsOf } from "../support/analysis.ts";

/** The first difference between two workspaces or anything derived from them; `undefined` if they are equal. */
export function difference(one: Workspace, other: Workspace, thorough: boolean): string | undefined {
  const comparison = new Comparison();
  return (
    comparison.trees(one, other) ??
    comparison.between("layout", one.layout, other.layout) ??
    comparison.between("snapshots", one.snapshots, other.snapshots) ??
    comparison.byFile("findings", one, (workspace, uri) => findingsOf(workspace).get(uri), other) ??
    comparison.byFile("converted", one, ({ files }, uri) => converted(files.get(uri)!), other) ??
    firstDifference(one.snapshots, (snapshot, index) => {
      const same = other.snapshots[index]!;
      const values = () => comparison.between("value", establishmentOf(snapshot), establishmentOf(same));
      const steps = () => comparison.between("checklist", stepsOf(snapshot), stepsOf(same));
      return values() ?? (thorough && snapshot.establishment ? steps() : undefined);
    }) ??
    (thorough ? comparison.between("spoken", checklistOf(one, "fr"), checklistOf(other, "fr")) : undefined)
  );
}

/** The first difference between the syntax trees of two workspaces; `undefined` if they are equal. */
export function treesDiffer(one: Workspace, other: Workspace): string | undefined {
  return new Comparison().trees(one, other);
}

/**
 * Compares two states recursively. Each object of one must always meet the same object of the other, and blocks must be
 * in the tree: so a result that refers to a stale block is found even if the block looks the same.
 */
export class Comparison {
  readonly #counterparts = new Map<object, object>();
  #allBlocksKnown = false;

  /** Compares the trees; after this, a block that is in no tree is a difference. */
  trees(one: Workspace, other: Workspace): string | undefined {
    const found =
      one.files.size === other.files.size
        ? this.byFile("file", one, ({ files }, uri) => files.get(uri), other)
        : `${one.files.size} files, not ${other.files.size}`;
    this.#allBlocksKnown = true;
    return found;
  }

  /** Compares a part of each file. */
  byFile(
    name: string,
    one: Workspace,
    part: (workspace: Workspace, uri: string) => unknown,
    other: Workspace,
  ): string | undefined {
    return firstDifference([...one.files.keys()], (uri) =>
      this.between(`${name} of ${uri}`, part(one, uri), part(other, uri)),
    );
  }

  /** Compares two values; a difference begins with `name`. */
  between(name: string, one: unknown, other: unknown): string | undefined {
    const found = this.#compared(one, other);
    return found === undefined ? undefined : `${name}${found}`;
  }

  /** The first difference, as the path to it and both values. */
  #compared(one: unknown, other: unknown): string | undefined {
    if (one === other) return undefined;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other)
      return `: ${brief(one)}, not ${brief(other)}`;
    if (one.constructor !== other.constructor) return `: ${brief(one)}, not ${brief(other)}`;
    const counterpart = this.#counterparts.get(one);
    if (counterpart === other) return undefined;
    if ("faults" in one && "indent" in one) {
      if (counterpart) return ": stands on another block";
      if (this.#allBlocksKnown) return ": stands on a block that is not in the tree";
    }
    this.#counterparts.set(one, other);
    if (one instanceof Map || one instanceof Set)
      return this.#compared([...one], [...(other as ReadonlyMap<unknown, unknown>)]);
    if (Array.isArray(one)) return this.#list(one, other as readonly unknown[]);
    return this.#fields(one as Fields, other as Fields);
  }

  #list(one: readonly unknown[], other: readonly unknown[]): string | undefined {
    for (let i = 0; i < Math.max(one.length, other.length); i++) {
      const found = this.#compared(one[i], other[i]);
      if (found !== undefined) return `[${i}]${found}`;
    }
    return undefined;
  }

  #fields(one: Fields, other: Fields): string | undefined {
    // Schemas are singletons: different objects are different schemas.
    if (one["properties"] instanceof Map) return ": another schema";
    const keys = Object.keys(one);
    for (const key of keys) {
      const found = this.#compared(one[key], other[key]);
      if (found !== undefined) return `.${key}${found}`;
    }
    return Object.keys(other).length === keys.length ? undefined : `: has ${keys}, not ${Object.keys(other)}`;
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
