import { type Content, type Group, isGroup } from "./content.ts";
import { diceAt } from "./dice.ts";
import type { Style } from "./style.ts";

interface MergedMapChoice {
  readonly name: string;
  readonly contains: (key: string, value: Content) => boolean;
}

/** Decides which maps of a file get an anchor, which are aliases of them, and which merge one with `<<`. */
export class Anchors {
  readonly #style: Style;
  readonly #names = new Map<string, string>();
  readonly #printed = new Map<string, { readonly name: string; readonly content: Group }>();
  readonly #counts = new Map<string, number>();

  constructor(content: Group, style: Style) {
    this.#style = style;
    if (style.anchors || style.merges) this.#count(content, []);
  }

  #count(content: Content, path: readonly string[]): void {
    if (!isGroup(content)) return;
    if (isWorthAnAnchor(content, path)) {
      const key = equalityKey(content, path);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
    for (const [key, value] of Object.entries(content)) this.#count(value, [...path, key]);
  }

  /** The anchor of an equal map above; `undefined` if there is none. */
  aliasOf(content: Content, path: readonly string[]): string | undefined {
    if (!this.#style.anchors || !isGroup(content) || !isWorthAnAnchor(content, path)) return undefined;
    return this.#names.get(equalityKey(content, path));
  }

  /** The anchor of a map that has an alias below, or that another one merges; `undefined` if it needs none. */
  nameOf(content: Content, path: readonly string[]): string | undefined {
    if (!isGroup(content) || !isWorthAnAnchor(content, path)) return undefined;
    const hasAlias = this.#style.anchors && (this.#counts.get(equalityKey(content, path)) ?? 0) > 1;
    const first = this.#style.merges && isThing(path) && !this.#printed.has(parentOf(path));
    if (!hasAlias && !first) return undefined;
    const name = `${diceAt(this.#style.seed, path.join("/")).pick(["a", "commun_", "modèle-"])}${this.#names.size + this.#printed.size + 1}`;
    if (hasAlias) this.#names.set(equalityKey(content, path), name);
    if (first) this.#printed.set(parentOf(path), { name, content });
    return name;
  }

  /** The map that this one merges: the first of its siblings, if this one contains all of its keys. */
  mergeOf(content: Group, path: readonly string[]): MergedMapChoice | undefined {
    const other = this.#style.merges && isThing(path) ? this.#printed.get(parentOf(path)) : undefined;
    if (!other || other.content === content) return undefined;
    const contains = (key: string, value: Content) =>
      JSON.stringify(other.content[key]) === JSON.stringify(value);
    const keys = Object.keys(other.content);
    const fits =
      keys.every((key) => key in content) && keys.some((key) => contains(key, content[key] as Content));
    return fits ? { name: other.name, contains } : undefined;
  }

  /** Whether a map has to be written in block style because a map in it is an alias or merges another. */
  takes(content: Group, path: readonly string[]): boolean {
    if (!this.#style.anchors && !this.#style.merges) return false;
    return Object.entries(content).some(
      ([key, value]) =>
        isGroup(value) &&
        (this.aliasOf(value, [...path, key]) !== undefined ||
          this.mergeOf(value, [...path, key]) !== undefined),
    );
  }
}

/** A key for equal maps that also have the same meaning, because their keys are the same. */
function equalityKey(content: Group, path: readonly string[]): string {
  return `${path.at(-1)} ${JSON.stringify(content)}`;
}

function isWorthAnAnchor(content: Group, path: readonly string[]): boolean {
  return path.length > 1 && Object.keys(content).length > 1;
}

/** Whether a path is that of a named thing, such as a class. */
function isThing(path: readonly string[]): boolean {
  return (
    path.length === 2 && ["classes", "professeurs", "profils-professeurs", "salles"].includes(path[0] ?? "")
  );
}

function parentOf(path: readonly string[]): string {
  return path.slice(0, -1).join("/");
}
