import { type Message, message } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import type { ContentPath } from "./content.ts";
import type { Difference, ImportPlan } from "./import-plan.ts";
import type { SourcePlace } from "./source.ts";

/** What no export of a school holds, whatever is imported. */
const NOT_IN_FILES = message(
  "In no export, so not imported: kinds of periods, coefficients, modes of assessment, profiles and rights.",
);

const ONE: { readonly [kind: string]: Message } = {
  matieres: message("1 subject"),
  professeurs: message("1 teacher"),
  personnels: message("1 member of the staff"),
  classes: message("1 class"),
  "groupes-eleves": message("1 group of students"),
  services: message("1 service"),
  salles: message("1 room"),
};

const MANY: { readonly [kind: string]: (count: number) => Message } = {
  matieres: (count) => message("{0} subjects", count),
  professeurs: (count) => message("{0} teachers", count),
  personnels: (count) => message("{0} members of the staff", count),
  classes: (count) => message("{0} classes", count),
  "groupes-eleves": (count) => message("{0} groups of students", count),
  services: (count) => message("{0} services", count),
  salles: (count) => message("{0} rooms", count),
};

/** A number of things of a section in words. */
function counted(kind: string, count: number): Message {
  return (count === 1 ? ONE[kind] : MANY[kind]?.(count)) ?? message("{0}: {1}", kind, count);
}

/** What is new, by section. */
export function addedWords({
  added,
  completed,
}: Pick<ImportPlan, "added" | "completed">): readonly Message[] {
  const things = [...added].map(([kind, count]) => counted(kind, count));
  if (completed === 0) return things;
  return [
    ...things,
    completed === 1
      ? message("1 value of something that exists")
      : message("{0} values of things that exist", completed),
  ];
}

/** A value that is written otherwise than a source says; `path` is what a file is called. */
export function differenceWords(
  { path: keys, ours, theirs, at, place }: Difference,
  path: (uri: string) => string,
): Message {
  const where = at ? `${path(at.uri)}:${at.range.start.line + 1}` : "";
  return message(
    "{0}: you wrote “{1}” ({2}), “{3}” says {4}: yours is kept",
    named(keys),
    ours,
    where,
    theirs,
    placeText(place),
  );
}

/** The values of imported files that are outdated, and what is done with them; `by` brings them up to date. */
export function outdatedWords({ outdated, options }: ImportPlan, by: Message | string): readonly Message[] {
  return outdated.map(({ path, theirs, place }) => {
    const what = [named(path), theirs, placeText(place)] as const;
    return options.refresh
      ? message("{0}: now “{1}” ({2}), brought up to date", ...what)
      : message("{0}: now “{1}” ({2}); {3} brings it up to date", ...what, by);
  });
}

/** The things that no source has any more, and what is done with them; `by` removes them. */
export function goneWords({ gone, options }: ImportPlan, by: Message | string): readonly Message[] {
  return gone.map(({ path, neededBy }) => {
    if (neededBy === "hand")
      return message("{0}: in no source any more; kept, as your own text needs it", named(path));
    if (neededBy === "import")
      return message(
        "{0}: in no source any more; kept while imported values that are outdated name it",
        named(path),
      );
    return options.prune
      ? message("{0}: in no source any more, removed", named(path))
      : message("{0}: in no source any more; kept, {1} removes it", named(path), by);
  });
}

/** What comes from a base, what an import leaves as it is or out, and what no export holds. */
export function leftWords(plan: ImportPlan): readonly Message[] {
  const { base, folder, cut, unknown, otherPeople, corrected, unfinished } = plan;
  return [
    ...(base === undefined
      ? []
      : [
          message(
            "It inherits from the base “{0}” ({1}): what that says is not written again.",
            relativeTo(folder, base),
            "herite-de",
          ),
        ]),
    ...(corrected.length > 0
      ? [
          message(
            "Corrected by hand since an import, so kept as it is: {0}.",
            corrected.map((uri) => uri.slice(uri.lastIndexOf("/") + 1)).join(", "),
          ),
        ]
      : []),
    ...(cut > 0 ? [message("Values that are cut with “~” in your own text, so left out: {0}.", cut)] : []),
    ...(unknown > 0
      ? [
          message(
            "Values left out, as the configuration cannot be read there: {0}. Correct its errors first.",
            unknown,
          ),
        ]
      : []),
    ...(otherPeople > 0 ? [message("People of other functions, who are left out: {0}.", otherPeople)] : []),
    ...(unfinished.length > 0
      ? [message("To be written by you: {0}.", unfinished.map(named).join(", "))]
      : []),
    NOT_IN_FILES,
  ];
}

function named(keys: ContentPath): string {
  return keys.join("/");
}

/** A place in a source, for people. */
export function placeText({ source, line, column }: SourcePlace): string {
  return `${source}:${line}:${column}`;
}
