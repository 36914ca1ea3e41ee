import { message } from "../base/message.ts";
import { escapedKey, pathOfPointer } from "../schema/pointer.ts";
import { schemaAt } from "../schema/schema.ts";
import type { FormerSettings } from "./changes.ts";
import { PROFILE_KINDS } from "./profile-kinds.ts";
import { labelFrom } from "./screens.ts";
import { verbatim, type Words } from "./value-words.ts";

/** A right of a profile before and after a change; `undefined` where a revision says nothing about it. */
export interface ChangedRight {
  readonly label: Words;
  readonly before: boolean | undefined;
  readonly after: boolean | undefined;
}

/** A profile, or a group of users, with the rights that changed. */
export interface ChangedProfile {
  readonly name: string;
  readonly rights: readonly ChangedRight[];
}

/** People whose rights changed in the same way. */
export interface ConcernedPeople {
  readonly people: readonly Words[];
  readonly gains: readonly Words[];
  readonly loses: readonly Words[];
}

/** What a change does to rights. */
export interface ChangedRights {
  readonly profiles: readonly ChangedProfile[];
  readonly people: readonly ConcernedPeople[];
}

/** The rights by the name of a right, for each profile: `profils-professeurs/Profil 1`. */
type Rights = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** The effective rights before and after: those of each profile, and what people gain or lose by both. */
export function changedRights(before: FormerSettings, after: FormerSettings): ChangedRights {
  const [former, current] = [rightsIn(before), rightsIn(after)];
  const profiles = [...new Set([...former.keys(), ...current.keys()])].flatMap((profile) => {
    const rights = differences(former.get(profile), current.get(profile));
    return rights.length > 0 ? [{ name: nameOf(profile), rights }] : [];
  });
  return { profiles, people: concerned(before, after, former, current) };
}

function nameOf(profile: string): string {
  return pathOfPointer(profile).at(-1) ?? "";
}

function rightsIn(settings: FormerSettings): Rights {
  const found = new Map<string, Map<string, boolean>>();
  for (const [at, { canonical }] of settings) {
    if (canonical !== "true" && canonical !== "false") continue;
    const [section = "", name = "", ...right] = at.split("/");
    if (!PROFILE_KINDS.some(({ kind }) => kind === section) || right.length === 0) continue;
    const profile = `${section}/${name}`;
    const rights = found.get(profile) ?? new Map<string, boolean>();
    found.set(profile, rights.set(`${section}/*/${right.join("/")}`, canonical === "true"));
  }
  return found;
}

function differences(
  former: ReadonlyMap<string, boolean> = new Map(),
  current: ReadonlyMap<string, boolean> = new Map(),
): readonly ChangedRight[] {
  return [...new Set([...former.keys(), ...current.keys()])].flatMap((right) => {
    const [before, after] = [former.get(right), current.get(right)];
    return before === after ? [] : [{ label: rightWords(right), before, after }];
  });
}

function rightWords(right: string): Words {
  return labelFrom(pathOfPointer(right), 2);
}

function concerned(
  before: FormerSettings,
  after: FormerSettings,
  former: Rights,
  current: Rights,
): readonly ConcernedPeople[] {
  const groups = new Map<string, { people: Words[]; gains: readonly Words[]; loses: readonly Words[] }>();
  for (const person of peopleIn(after, before)) {
    const [had, has] = [rightsOf(person, before, former), rightsOf(person, after, current)];
    const gains = [...has].filter((right) => !had.has(right)).map(rightWords);
    const loses = [...had].filter((right) => !has.has(right)).map(rightWords);
    if (gains.length + loses.length === 0) continue;
    const id = JSON.stringify([gains, loses]);
    const group = groups.get(id) ?? { people: [], gains, loses };
    group.people.push(personWords(person, after) ?? personWords(person, before) ?? verbatim(person));
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** The people of one revision who are in the other too: `professeurs/martin`. */
function peopleIn(settings: FormerSettings, other: FormerSettings): readonly string[] {
  return [...settings.keys()].filter((at) => /^(?:professeurs|personnels)\/[^/]+$/.test(at) && other.has(at));
}

/** The rights that a person has by all profiles, by their names. */
function rightsOf(person: string, settings: FormerSettings, rights: Rights): ReadonlySet<string> {
  const [section = ""] = person.split("/");
  const found = new Set<string>();
  for (const { kind, key, of } of PROFILE_KINDS) {
    if (!of.some((one) => one === section)) continue;
    const written = settings.get(`${person}/${key}`)?.canonical;
    const name = written === undefined ? schemaAt([section, "*", key])?.default : JSON.parse(written);
    if (typeof name !== "string") continue;
    for (const [right, isGiven] of rights.get(`${kind}/${escapedKey(name)}`) ?? [])
      if (isGiven) found.add(right);
  }
  return found;
}

function personWords(person: string, settings: FormerSettings): Words | undefined {
  const [name, first] = ["nom", "prenom"].map((key) => settings.get(`${person}/${key}`)?.words);
  if (!name) return undefined;
  return first ? message("{0} {1}", name, first) : name;
}
