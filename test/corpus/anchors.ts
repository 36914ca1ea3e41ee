import { diceAt } from "./dice.ts";
import { type Group, isGroup, type SaidValue } from "./said.ts";
import type { Style } from "./style.ts";

interface Taken {
  readonly name: string;
  readonly brings: (key: string, value: SaidValue) => boolean;
}

/** Which maps of a file bear an anchor, which are aliases of them, and which take one over with `<<`. */
export class Anchors {
  readonly #style: Style;
  readonly #names = new Map<string, string>();
  readonly #printed = new Map<string, { readonly name: string; readonly said: Group }>();
  readonly #counts = new Map<string, number>();

  constructor(said: Group, style: Style) {
    this.#style = style;
    if (style.anchors || style.merges) this.#count(said, []);
  }

  #count(said: SaidValue, path: readonly string[]): void {
    if (!isGroup(said)) return;
    if (isWorth(said, path)) {
      const key = alike(said, path);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
    for (const [key, value] of Object.entries(said)) this.#count(value, [...path, key]);
  }

  /** The name under which the same map stands above, if it does. */
  aliasOf(said: SaidValue, path: readonly string[]): string | undefined {
    if (!this.#style.anchors || !isGroup(said) || !isWorth(said, path)) return undefined;
    return this.#names.get(alike(said, path));
  }

  /** The anchor that a map gets, because it stands again below or another one takes it over. */
  nameOf(said: SaidValue, path: readonly string[]): string | undefined {
    if (!isGroup(said) || !isWorth(said, path)) return undefined;
    const again = this.#style.anchors && (this.#counts.get(alike(said, path)) ?? 0) > 1;
    const first = this.#style.merges && isThing(path) && !this.#printed.has(parentOf(path));
    if (!again && !first) return undefined;
    const name = `${diceAt(this.#style.seed, path.join("/")).pick(["a", "commun_", "modèle-"])}${this.#names.size + this.#printed.size + 1}`;
    if (again) this.#names.set(alike(said, path), name);
    if (first) this.#printed.set(parentOf(path), { name, said });
    return name;
  }

  /** The map that this one takes over: the first of its siblings, if nothing of it would be too much. */
  mergeOf(said: Group, path: readonly string[]): Taken | undefined {
    const other = this.#style.merges && isThing(path) ? this.#printed.get(parentOf(path)) : undefined;
    if (!other || other.said === said) return undefined;
    const brings = (key: string, value: SaidValue) =>
      JSON.stringify(other.said[key]) === JSON.stringify(value);
    const keys = Object.keys(other.said);
    const fits = keys.every((key) => key in said) && keys.some((key) => brings(key, said[key] as SaidValue));
    return fits ? { name: other.name, brings } : undefined;
  }

  /** Whether a map has to be written in lines because something in it is an alias or takes another over. */
  takes(said: Group, path: readonly string[]): boolean {
    if (!this.#style.anchors && !this.#style.merges) return false;
    return Object.entries(said).some(
      ([key, value]) =>
        isGroup(value) &&
        (this.aliasOf(value, [...path, key]) !== undefined ||
          this.mergeOf(value, [...path, key]) !== undefined),
    );
  }
}

/** Equal maps that mean the same: those that have the same key. */
function alike(said: Group, path: readonly string[]): string {
  return `${path.at(-1)} ${JSON.stringify(said)}`;
}

function isWorth(said: Group, path: readonly string[]): boolean {
  return path.length > 1 && Object.keys(said).length > 1;
}

/** A named thing, such as a class. */
function isThing(path: readonly string[]): boolean {
  return (
    path.length === 2 && ["classes", "professeurs", "profils-professeurs", "salles"].includes(path[0] ?? "")
  );
}

function parentOf(path: readonly string[]): string {
  return path.slice(0, -1).join("/");
}
