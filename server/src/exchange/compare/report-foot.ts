import { withoutPrivateNames } from "../../analysis/conceal.ts";
import { type Localize, type LocalizedText, type Message, message } from "../../base/message.ts";
import { placesInWords } from "../../schema/place-words.ts";
import { scalarText } from "../../schema/problems.ts";
import { schemaAt } from "../../schema/schema.ts";
import type { ComparedList } from "./compare-report.ts";
import type { ListComparison } from "./comparison.ts";

/** How many rows and titles are named. */
const SHOWN = 6;

/** What stands below the differences of a list: what was compared, and what cannot be seen. */
export function footOf(one: ComparedList, localize: Localize): readonly string[] {
  return footMessages(one).map((told) => localize(withoutPrivateNames(told)));
}

function footMessages({ comparison, proofs, written }: ComparedList): readonly Message[] {
  const { compared, agreeing, hidden, notListed, notNeeded, parts, isPartial } = comparison;
  return [
    ...(isPartial
      ? [
          message(
            "A part of the configuration cannot be read, so what is not written elsewhere is not known, and nothing is proved: {0} says where.",
            "rentree check",
          ),
        ]
      : []),
    message("Differences: {0}. {1} of {2} agree.", comparison.differences.length, agreeing, compared),
    ...some(hidden, message("Inactive here, and not shown by this list: {0}.", hidden)),
    ...some(
      notListed.length,
      message(
        "Classes and groups of which this list has no row: {0}; nothing is said of them.",
        notListed.length,
      ),
    ),
    ...some(notNeeded, message("In PRONOTE besides, and not needed here: {0}.", notNeeded)),
    ...some(parts, message("Rows of sub-services, which are not compared: {0}.", parts)),
    ...readingMessages(comparison),
    ...shownMessages(comparison),
    ...acceptedMessages(comparison),
    ...proofs.map((proof) => {
      const { item, differences, hidden: unseen } = proof;
      if (differences > 0)
        return message("Step “{0}”: not proved, differences: {1}.", item.title, differences);
      const open = unseen.length > 0 ? message(" It cannot show: {0}.", placesInWords(unseen)) : "";
      return written.includes(item.slug)
        ? message("Step “{0}”: the proof is written.{1}", item.title, open)
        : message("Step “{0}”: this list proves it; {1} writes it down.{2}", item.title, "--tick", open);
    }),
  ];
}

function readingMessages({ incomplete, likely, unknown, list }: ListComparison): readonly Message[] {
  return [
    ...some(
      incomplete.length,
      message("Rows without a name, which are not compared: {0}.", incomplete.slice(0, SHOWN).join(", ")),
    ),
    ...some(
      likely.length,
      message(
        "Titles that are a guess: {0}. If one is wrong, write under {1} what it is.",
        likely.map(({ title, column }) => `${title} → ${column}`).join(", "),
        `correspondances/colonnes/${list.kind}`,
      ),
    ),
    ...some(
      unknown.length,
      message(
        "Columns that are not known, and not read: {0}. Write under {1} what one is, or “~” if it is not wanted: {2}.",
        unknown.slice(0, SHOWN).join(", "),
        `correspondances/colonnes/${list.kind}`,
        `${scalarText(unknown[0] ?? "")}: ~`,
      ),
    ),
  ];
}

function shownMessages({ columns, notShown, list }: ListComparison): readonly Message[] {
  const [section] = notShown;
  const above =
    list.kind === "services" || list.kind === "cours" ? ["classes", "*", "services", "*"] : [list.kind, "*"];
  const shown = [...columns].map((key) => [...above, key]).filter((path) => schemaAt(path) !== undefined);
  return [
    message("Compared: {0}.", titlesOf(shown)),
    ...(section ? [message("Not in this list: {0}.", titlesOf(notShown))] : []),
  ];
}

/** The titles of settings, each once. */
function titlesOf(paths: readonly (readonly string[])[]): Message | LocalizedText {
  const titles = new Map(
    paths.map((path) => {
      const title = schemaAt(path)?.title ?? { en: path.at(-1) ?? "", fr: path.at(-1) ?? "" };
      return [title.en, title] as const;
    }),
  );
  const [first, ...others] = [...titles.values()];
  return others.reduce<Message | LocalizedText>(
    (list, title) => message("{0}, {1}", list, title),
    first ?? { en: "", fr: "" },
  );
}

function acceptedMessages({ accepted, unusedAcceptances }: ListComparison): readonly Message[] {
  return [
    ...some(accepted.length, message("Differences that are accepted: {0}.", accepted.length)),
    ...some(
      unusedAcceptances.length,
      message("Accepted, and no difference any more: {0}.", unusedAcceptances.join(", ")),
    ),
  ];
}

function some(count: number, told: Message): readonly Message[] {
  return count > 0 ? [told] : [];
}
