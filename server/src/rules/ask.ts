import { closest } from "../closest.ts";
import { establishmentOf, mapAt } from "../model/establishment.ts";
import { isMentioned, mentionedNames } from "../model/mentioned.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { kinds } from "../schema/kinds.ts";
import type { Below, Entry, KeyOf, Located, MapValue, Value } from "../schema/value.ts";
import { same } from "./same.ts";

/** A named thing: its name, where that is declared, and its effective value. */
export type Thing<T = unknown> = Omit<Entry, "value"> & { readonly value: MapValue<T> };

/**
 * The questions that a rule may put to the establishment. A check reads nothing but its thing and these: what it was
 * answered is kept, and the check runs again only when an answer would be another.
 */
export interface Ask {
  /** Whether a thing of this kind exists; `undefined` if that cannot be known. Then a rule is silent. */
  has(kind: string, name: string): boolean | undefined;
  /** A thing by its kind and name, if it is declared and can be understood. */
  the<K extends string>(kind: K, name: string): Thing<KindOf<K>> | undefined;
  /** The names of a kind, predeclared ones included. */
  names(kind: string): readonly string[];
  /** The things of a kind that can be understood. */
  all<K extends string>(kind: K): readonly Thing<KindOf<K>>[];
  /** The effective value at keys from the root: `ask.get("hebergement", "mode")`. */
  get<A extends KeyOf<Pronote>>(a: A): Located<Below<Pronote, A>> | undefined;
  get<A extends KeyOf<Pronote>, B extends KeyOf<Below<Pronote, A>>>(
    a: A,
    b: B,
  ): Located<Below<Below<Pronote, A>, B>> | undefined;
  get<
    A extends KeyOf<Pronote>,
    B extends KeyOf<Below<Pronote, A>>,
    C extends KeyOf<Below<Below<Pronote, A>, B>>,
  >(a: A, b: B, c: C): Located<Below<Below<Below<Pronote, A>, B>, C>> | undefined;
  /** Whether something is written at these keys, and not cut, whatever it is; or whether that cannot be known. */
  written(...path: readonly string[]): boolean | undefined;
  /** Whether something mentions a thing; `undefined` if that cannot be known. */
  used(kind: string, name: string): boolean | undefined;
  /** Whether something mentions a name of a kind that nothing declares, and that may be meant for this one. */
  mistaken(kind: string, name: string): boolean;
  /** Whether the file at this URI is the establishment's own, not a base. */
  own(uri: string): boolean;
  /** The day on which the establishment is looked at, as YYYY-MM-DD. */
  today(): string;
}

/** The type of the things of a kind that is declared by a section of its name. */
export type KindOf<K extends string> = K extends keyof Pronote ? Below<Pronote[K], string> : unknown;

interface Question {
  readonly name: "has" | "the" | "names" | "all" | "get" | "written" | "used" | "mistaken" | "own" | "today";
  readonly args: readonly string[];
}

/** A question and its answer, by a text that tells questions apart. */
export type Asked = Map<string, Answered>;

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

type Answered = Question & { readonly answer: unknown };

/** The answers of one establishment at one moment. Each question is answered once. */
export class Answers {
  readonly #root: MapValue;
  readonly #today: string;
  readonly #members: ReadonlySet<string>;
  readonly #known = new Map<string, Answered>();
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
      else if (!same(this.answer(key, before.name, before.args), before.answer)) changed.add(key);
    }
    return changed;
  }

  /** Whether every question would be answered as it was. */
  confirm(asked: Asked): boolean {
    for (const [key, { name, args, answer }] of asked)
      if (!same(this.answer(key, name, args), answer)) return false;
    return true;
  }

  /** The answer to a question. */
  answer(key: string, name: Question["name"], args: readonly string[]): unknown {
    const known = this.#known.get(key);
    if (known) return known.answer;
    const answer = this.#answer(name, args);
    this.#known.set(key, { name, args, answer });
    return answer;
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
        return closest(name, this.#undeclared(kind)).length > 0;
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

/** Puts questions and keeps what was answered. */
export function recorder(answers: Answers, asked: Asked): Ask {
  const put = (name: Question["name"], ...args: readonly string[]): never => {
    const key = [name, ...args].join("\0");
    const answer = answers.answer(key, name, args);
    asked.set(key, { name, args, answer });
    return answer as never;
  };
  return {
    has: (kind, name) => put("has", kind, name),
    the: (kind, name) => put("the", kind, name),
    names: (kind) => put("names", kind),
    all: (kind) => put("all", kind),
    get: (...path: readonly string[]) => put("get", ...path),
    written: (...path) => put("written", ...path),
    used: (kind, name) => put("used", kind, name),
    mistaken: (kind, name) => put("mistaken", kind, name),
    own: (uri) => put("own", uri),
    today: () => put("today"),
  };
}

function understood(entries: readonly (Entry | undefined)[]): readonly Thing[] {
  return entries.filter((entry): entry is Thing => (entry?.value as Value | undefined)?.kind === "map");
}
