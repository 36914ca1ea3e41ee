import { type Message, message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { nameWords } from "../rollout/value-words.ts";
import { escaped } from "../schema/describe.ts";
import type { SchemaPath } from "../schema/locate.ts";
import { namesOf } from "../schema/locate.ts";
import { schemaAt } from "../schema/schema.ts";
import { isLeafOf, type Leaf, leafAt, type MapValue, mapsIn } from "../schema/value.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { Context } from "./context.ts";
import { isInBase, isInView } from "./view.ts";

/** How many rights or people are listed; the remaining ones are counted. */
const MAX_LISTED = 8;

/** On the name of a profile: the rights in which it differs from the profile that it is like, and the people who have it. */
export function profileParts(context: Context, schemaPath: SchemaPath): readonly string[] {
  const path = namesOf(schemaPath);
  const [section = "", name = ""] = path;
  const { declares, additional } = schemaAt([section]) ?? {};
  const isProfile = declares && additional?.properties.has("autorisations");
  if (path.length !== 2 || schemaPath.on !== "key" || !isProfile || !context.snapshot.establishment)
    return [];
  return [...differences(context, section, name), ...peopleWith(context, declares.kind, name)];
}

function differences(context: Context, section: string, name: string): readonly string[] {
  const { localize } = context;
  const root = establishmentOf(context.snapshot).value;
  const like = leafAt(mapAt(root, [section, name]), "comme", "string")?.value;
  if (like === undefined || isPrivateName(like)) return [];
  const own = rightsOf(mapAt(root, [section, name, "autorisations"]));
  const other = rightsOf(mapAt(root, [section, like, "autorisations"]));
  const lines = [...own].flatMap(([key, leaf]) => {
    const there = other.get(key);
    // What an heir of a base says is not true for all of them.
    const isSeen = isInView(context, leaf.node) && (!there || isInView(context, there.node));
    if (!isSeen || there?.value === leaf.value) return [];
    const words = boxWords(leaf.value, there?.value);
    return [`- ${localize(message("{0}: {1}", rightTitle(context, section, key), words))}`];
  });
  if (lines.length === 0) return [localize(message("The same rights as {0}.", `**${escaped(like)}**`))];
  const head = localize(message("In contrast to {0}:", `**${escaped(like)}**`));
  return [[head, "", ...cut(context, lines)].join("\n")];
}

/** The boxes of a map of rights, by category and right. */
function rightsOf(rights: MapValue | undefined): ReadonlyMap<string, Leaf<boolean>> {
  const found = new Map<string, Leaf<boolean>>();
  for (const { name: category, value } of rights ? mapsIn(rights) : [])
    for (const { name, value: box } of value.entries.values())
      if (isLeafOf(box, "boolean")) found.set(`${category}\0${name}`, box);
  return found;
}

function rightTitle({ localize }: Context, section: string, key: string): string {
  const keys = key.split("\0");
  const titles = keys.map((one, at) => {
    const title = schemaAt([section, "*", "autorisations", ...keys.slice(0, at + 1)])?.title;
    return title ? localize(title) : one;
  });
  return escaped(titles.join(" › "));
}

function boxWords(own: boolean, there: boolean | undefined): Message {
  if (there === undefined)
    return own ? message("allowed, there not said") : message("not allowed, there not said");
  return own ? message("allowed here only") : message("not allowed here");
}

/** The people of the establishment who have it, by name. */
function peopleWith(context: Context, kind: string, name: string): readonly string[] {
  if (isInBase(context)) return [];
  const { snapshot, localize } = context;
  const root = establishmentOf(snapshot).value;
  const people = ["professeurs", "personnels"].flatMap((section) => {
    const map = mapAt(root, [section]);
    return [...(map ? mapsIn(map) : [])]
      .filter(({ value }) => mentionsIn(value, kind, name))
      .map((person) => escaped(localize(nameWords([section], person.name, snapshot))));
  });
  if (people.length === 0) return [];
  const shown = people.slice(0, MAX_LISTED).join(", ");
  return [
    localize(
      people.length > MAX_LISTED
        ? message("Held by {0} and {1} more.", shown, people.length - MAX_LISTED)
        : message("Held by {0}.", shown),
    ),
  ];
}

function mentionsIn(person: MapValue, kind: string, name: string): boolean {
  return [...person.entries.values()].some(
    ({ value }) =>
      value.kind === "leaf" && value.value === name && value.schema.mentions?.kinds.includes(kind) === true,
  );
}

function cut({ localize }: Context, lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_LISTED) return lines;
  return [...lines.slice(0, MAX_LISTED), `- ${localize(message("and {0} more", lines.length - MAX_LISTED))}`];
}
