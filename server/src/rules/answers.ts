import { closest } from "../closest.ts";
import { establishmentOf, mapAt } from "../model/establishment.ts";
import { isMentioned, mentionedNames } from "../model/mentioned.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { kinds } from "../schema/kinds.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import type { Answered, Ask, Asked, Question, Thing } from "./ask.ts";
import { Recorder } from "./recorder.ts";
import { same } from "./same.ts";

let moments = 0;

/** The section of each kind that is declared in one alone. */
const sections = new Map(
  [...kinds].flatMap(([name, { paths }]) => {
    const [first, ...others] = new Set(paths.map(([section]) => section));
    return first !== undefined && others.length === 0 ? [[name, first] as const] : [];
  }),
);

/** The section that alone decides the answer to a question; empty if there is no such one. */
function sectionOf({ name, args: [first = ""] }: Question): string {
  if (name === "get" || name === "written") return first;
  if (name === "used" || name === "mistaken" || name === "own") return "";
  return sections.get(first) ?? "";
}

/** The answers of one establishment at one moment. Each question is answered once. */
export class Answers {
  readonly #root: MapValue;
  readonly #today: string;
  readonly #members: ReadonlySet<string>;
  readonly #known = new Map<string, Answered>();
  readonly #recorder = new Recorder(this);
  /** Questions of the moment before, of which the answer is now another. */
  readonly changed: ReadonlySet<string>;
  /** Tells this moment from others, and the one before. Zero: there is none. */
  readonly moment = ++moments;
  readonly before: number;

  /** Takes over what `previous` knew of the parts that did not change since. */
  constructor(snapshot: Snapshot, previous?: Answers) {
    this.#root = establishmentOf(snapshot).value as MapValue;
    this.#today = snapshot.today;
    this.#members = new Set(snapshot.members.map((file) => file.uri));
    this.before = previous?.moment ?? 0;
    this.changed = previous ? this.#changedSince(previous) : new Set();
  }

  #changedSince(previous: Answers): ReadonlySet<string> {
    if (this.#today !== previous.#today || this.#root.open !== previous.#root.open) {
      return new Set(previous.#known.keys());
    }
    const changed = new Set<string>();
    const untouched = new Map<string, boolean>();
    for (const [key, before] of previous.#known) {
      const section = sectionOf(before);
      let kept = untouched.get(section);
      if (kept === undefined) {
        kept =
          section !== "" &&
          this.#root.entries.get(section)?.value === previous.#root.entries.get(section)?.value;
        untouched.set(section, kept);
      }
      if (kept) this.#known.set(key, before);
      else if (!same(this.answered(key, before.name, before.args).answer, before.answer)) changed.add(key);
    }
    return changed;
  }

  /** Whether every question would be answered as it was. */
  confirm(asked: Asked): boolean {
    for (const [key, { name, args, answer }] of asked)
      if (!same(this.answered(key, name, args).answer, answer)) return false;
    return true;
  }

  /** What puts questions from now on, and keeps them there. Whoever had it before is done with it. */
  recording(asked: Asked): Ask {
    this.#recorder.asked = asked;
    return this.#recorder;
  }

  /** A question with its answer: the same object for all who ask. */
  answered(key: string, name: Question["name"], args: readonly string[]): Answered {
    const known = this.#known.get(key);
    if (known) return known;
    const answered = { name, args, answer: this.#answer(name, args) };
    this.#known.set(key, answered);
    return answered;
  }

  #answer(question: Question["name"], args: readonly string[]): unknown {
    const [kind = "", name = ""] = args;
    switch (question) {
      case "has":
        return this.#has(kind, name);
      case "the":
        return understood(this.#maps(kind).map((map) => map.entries.get(name))).at(-1);
      case "names":
        return this.#names(kind);
      case "all":
        return understood(this.#maps(kind).flatMap((map) => [...map.entries.values()]));
      case "get":
        return this.#get(args);
      case "written":
        return this.#written(args);
      case "used":
        return isMentioned(this.#root, kind, name);
      case "mistaken":
        return this.#undeclared(kind).some(
          (one) => closest(name, [one]).length + closest(one, [name]).length > 0,
        );
      case "own":
        return this.#members.has(kind);
      default:
        return this.#today;
    }
  }

  /** Names of a kind that are mentioned and that nothing declares. */
  #undeclared(kind: string): readonly string[] {
    return mentionedNames(this.#root, kind).filter((name) => this.#has(kind, name) === false);
  }

  #has(kind: string, name: string): boolean | undefined {
    const { predeclared, at, paths = [], schema } = kinds.get(kind) ?? {};
    if (predeclared?.has(name)) return true;
    if (at === "value" && this.#values(paths).includes(name)) return true;
    const maps = this.#maps(kind);
    if (at !== "value" && maps.some((map) => map.has(name))) return true;
    if (maps.length === 0 && !schema?.declares?.closed) return undefined;
    if (maps.some((map) => map.open)) return undefined;
    return this.#root.open || paths.some((path) => this.#opens(path)) ? undefined : false;
  }

  /** Whether a map on the way to this path could not be read whole. */
  #opens(path: readonly string[]): boolean {
    return path.some((key, length) => {
      const map = mapAt(this.#root, path.slice(0, length));
      return map?.open === true || map?.entries.get(key)?.value.kind === "unknown";
    });
  }

  #names(kind: string): readonly string[] {
    const { predeclared = [], at, paths = [] } = kinds.get(kind) ?? {};
    if (at === "value") return [...new Set(this.#values(paths))];
    const declared = this.#maps(kind).flatMap((map) =>
      [...map.entries.keys()].filter((name) => map.has(name)),
    );
    return [...new Set([...declared, ...predeclared])];
  }

  /** The maps whose keys declare a kind; of one that is declared by values, those in which these stand. */
  #maps(kind: string): readonly MapValue[] {
    const upToNames = (path: readonly string[]) =>
      path.includes("*") ? path.slice(0, path.indexOf("*")) : path;
    return (kinds.get(kind)?.paths ?? []).flatMap((path) => mapAt(this.#root, upToNames(path)) ?? []);
  }

  /** The texts of a kind that is declared by values: `personnels.*.fonction`. */
  #values(paths: readonly (readonly string[])[]): readonly string[] {
    const read = (value: Value, [key, ...rest]: readonly string[]): readonly string[] => {
      if (key === undefined) return value.kind === "leaf" ? [String(value.value)] : [];
      if (value.kind !== "map") return [];
      const below = key === "*" ? [...value.entries.values()] : [value.entries.get(key)];
      return below.flatMap((entry) => (entry ? read(entry.value as Value, rest) : []));
    };
    return paths.flatMap((path) => read(this.#root, path));
  }

  #get(path: readonly string[]): Value | undefined {
    return mapAt(this.#root, path.slice(0, -1))?.get(path.at(-1) ?? "");
  }

  #written(path: readonly string[]): boolean | undefined {
    const map = mapAt(this.#root, path.slice(0, -1));
    if (map?.has(path.at(-1) ?? "")) return true;
    return this.#root.open || map?.open || this.#opens(path) ? undefined : false;
  }
}

function understood(entries: readonly (Entry | undefined)[]): readonly Thing[] {
  return entries.filter((entry): entry is Thing => (entry?.value as Value | undefined)?.kind === "map");
}
