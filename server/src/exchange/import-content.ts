import { MentionIndex } from "../model/mention-index.ts";
import { reach } from "../model/reach.ts";
import { converted } from "../schema/convert.ts";
import { parseFile } from "../syntax/file.ts";
import {
  type ContentMap,
  type ContentPath,
  contentAt,
  copied,
  removeAt,
  writeAt,
  yamlOf,
} from "./content.ts";
import type { Current } from "./current.ts";
import type { GoneThing, ImportOptions } from "./import-plan.ts";
import type { Judged } from "./merge-proposals.ts";
import { type Proposal, THING, thingOf } from "./proposal.ts";

/** The content of all imported files after an import, in one. */
export function nextContent(
  current: Current,
  judged: readonly Judged[],
  gone: readonly GoneThing[],
  { refresh, prune }: Pick<ImportOptions, "refresh" | "prune">,
): ContentMap {
  const content = copied(current.imported);
  for (const { proposal, outcome } of judged) {
    const { path, value } = proposal;
    if (outcome === "added" || (outcome === "outdated" && refresh)) writeAt(content, path, value);
    // A value by hand makes the imported one superfluous, and a contradiction if it is another one.
    else if (refresh && isOverruled(outcome) && contentAt(content, path) !== undefined)
      removeAt(content, path);
  }
  if (prune) for (const { path, neededBy } of gone) if (neededBy === undefined) removeAt(content, path);
  return content;
}

function isOverruled(outcome: Judged["outcome"]): boolean {
  return outcome === "superseded" || outcome === "different" || outcome === "cut";
}

/**
 * The things of imported files that no proposal is about. A section of which the sources say nothing at all has not lost
 * anything; nor have people, unless a source lists all of them (`hasAllPeople`): a timetable names those who teach.
 */
export function goneThings(
  current: Current,
  proposals: readonly Proposal[],
  hasAllPeople: boolean,
): readonly GoneThing[] {
  const proposed = new Set(proposals.flatMap(({ path }) => [key(path.slice(0, THING)), key(thingOf(path))]));
  const sections = new Set(proposals.map(({ path }) => path[0]));
  const hasServices = proposals.some(({ path }) => path[2] === "services");
  const mentions = new MentionIndex();
  mentions.update(current.byHand);
  return [...thingsIn(current.imported)]
    .filter(([section]) => section !== "niveaux" && sections.has(section))
    .filter(([section = ""]) => hasAllPeople || !PEOPLE.has(section))
    .filter((path) => (path.length === THING || hasServices) && !proposed.has(key(path)))
    .filter((path) => path.length === THING || proposed.has(key(path.slice(0, THING))))
    .map((path) => ({ path, ...(isNeeded(path, current, mentions) && { neededBy: "hand" as const }) }));
}

/**
 * The same things; those that are named by what would stay of the imported files are needed. Values that are outdated and
 * not brought up to date may name them.
 */
export function withNamedOnes(
  gone: readonly GoneThing[],
  current: Current,
  judged: readonly Judged[],
  { refresh }: Pick<ImportOptions, "refresh">,
): readonly GoneThing[] {
  for (let known = gone; ; ) {
    if (known.every(({ neededBy }) => neededBy !== undefined)) return known;
    const content = nextContent(current, judged, known, { refresh, prune: true });
    const mentions = new MentionIndex();
    mentions.update(converted(parseFile("imported", yamlOf(content))).value);
    const isNamed = ({ path, neededBy }: GoneThing) =>
      neededBy === undefined && path.length === THING && mentions.has(path[0] ?? "", path[1] ?? "");
    if (!known.some(isNamed)) return known;
    // What stays now may name others.
    known = known.map((one) => (isNamed(one) ? { ...one, neededBy: "import" } : one));
  }
}

const PEOPLE: ReadonlySet<string> = new Set(["professeurs", "personnels"]);

function* thingsIn(content: ContentMap): Generator<ContentPath> {
  for (const [section, things] of content) {
    if (!(things instanceof Map)) continue;
    for (const [name, thing] of things) {
      yield [section, name];
      const services = thing instanceof Map ? thing.get("services") : undefined;
      if (services instanceof Map)
        for (const service of services.keys()) yield [section, name, "services", service];
    }
  }
}

/** Whether something written by hand names a thing, or says more of it. */
function isNeeded(path: ContentPath, { byHand }: Current, mentions: MentionIndex): boolean {
  const [section = "", name = ""] = path;
  if (reach(byHand, path).entry || mentions.open) return true;
  return path.length === THING && mentions.has(section, name);
}

function key(path: ContentPath): string {
  return JSON.stringify(path);
}
