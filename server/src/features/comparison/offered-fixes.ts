import { withoutPrivateNames } from "../../analysis/conceal.ts";
import { type Message, message } from "../../base/message.ts";
import type { ChecklistStep } from "../../checklist/step.ts";
import {
  type Correspondence,
  differencePlace,
  type ListComparison,
  type ListDifference,
} from "../../exchange/compare/comparison.ts";
import { concerns } from "../../exchange/compare/proof.ts";
import type { ContentPath } from "../../exchange/content.ts";
import { pointer } from "../../schema/pointer.ts";
import { scalarText } from "../../schema/problems.ts";
import type { DifferenceFix } from "../compare-protocol.ts";
import type { Context } from "../context.ts";
import { type SameThing, sameThings } from "./same-things.ts";

/** What the fixes of a difference are made with. */
interface FixInput {
  readonly comparison: ListComparison;
  /** The steps of the establishment. */
  readonly steps: readonly ChecklistStep[];
  readonly localize: Context["localize"];
}

/** How long a value in a title may be. */
const LONGEST = 60;

/**
 * The ways to settle a difference: it is the same thing; PRONOTE is right; the configuration is right, so PRONOTE has to
 * be corrected; both may stay as they are.
 */
export function fixesFor(difference: ListDifference, input: FixInput): readonly DifferenceFix[] {
  const same = sameThings(difference, input.comparison);
  const shown = (title: Message) => input.localize(withoutPrivateNames(title));
  const place = pointer(differencePlace(difference));
  return [
    ...same.map((one) => sameFix(one, shown)),
    ...writeFix(difference, shown),
    keepFix(difference, input, shown),
    {
      title: shown(message("Accept this difference, because…")),
      change: { path: ["correspondances", "ecarts", place] },
      asksReason: true,
    },
  ];
}

/** Keeps what a name of the list was taken for. */
export function alikeFix(same: Correspondence, localize: Context["localize"]): DifferenceFix {
  return sameFix(same, (title) => localize(withoutPrivateNames(title)));
}

type Shown = (title: Message) => string;

function sameFix({ section, label, name }: SameThing, shown: Shown): DifferenceFix {
  return {
    title: shown(message("The same thing: PRONOTE's “{0}” is {1}", label, name)),
    change: { path: ["correspondances", section, label], text: scalarText(name) },
  };
}

function writeFix({ held, path: at }: ListDifference, shown: Shown): readonly DifferenceFix[] {
  if (!held) return [];
  const { path, text } = held;
  const line = `${path.at(-1) ?? ""}: ${text}`;
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  const title =
    text === ""
      ? message("Remove it here, as it is not in PRONOTE")
      : message("Write for {0} what PRONOTE holds: {1}", thingIn(at, path), short);
  return [{ title: shown(title), change: { path, text } }];
}

/** The names of the thing that a difference is about: of a class and its service, of a person. */
function thingIn(at: ContentPath, written: ContentPath): string {
  const [, name = written[1] ?? "", section, service] = at;
  return section === "services" && service !== undefined ? `${name} ${service}` : name;
}

/** The difference stays until PRONOTE is corrected; what was said to be done about it is open again. */
function keepFix(difference: ListDifference, { steps }: FixInput, shown: Shown): DifferenceFix {
  const ticked = steps.filter(
    ({ item, own, tick }) =>
      own && tick?.fait !== undefined && item.covers.some((path) => concerns(difference.path, path)),
  );
  const [first, ...others] = ticked;
  const what =
    difference.sign === "missing" || difference.sign === "other"
      ? message("Keep what is written here: it is to be entered in PRONOTE")
      : message("Keep what is written here: PRONOTE is to be corrected");
  const title = first
    ? message(
        "{0}; reopens “{1}”{2}",
        what,
        first.item.title,
        others.length > 0 ? ` (+${others.length})` : "",
      )
    : what;
  return { title: shown(title), change: { reopens: ticked.map(({ item }) => item.slug) } };
}
