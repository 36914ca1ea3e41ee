import { type Message, say } from "../../base/say.ts";
import type { Report } from "./report.ts";

/** What was found, in a line or two. */
export function summary({ summary, files, mendable }: Report): readonly Message[] {
  const { errors, warnings, information, hints, establishments } = summary;
  if (files.length === 0) return [say("There is no configuration file to check.")];
  const checked = say("{0} and {1}", counted(establishments, ESTABLISHMENTS), counted(files.length, FILES));
  const counts = [
    { count: errors, words: ERRORS },
    { count: warnings, words: WARNINGS },
    { count: information, words: INFORMATION },
    { count: hints, words: HINTS },
  ].flatMap(({ count, words }) => (count > 0 ? [counted(count, words)] : []));
  const [first, ...rest] = counts;
  if (!first) return [say("Nothing to report in {0}.", checked)];
  const found = rest.reduce((list, one) => say("{0}, {1}", list, one), first);
  return [
    say("{0} in {1}.", found, checked),
    ...(mendable > 0 ? [say("“{0}” mends {1} of them.", "rentree check --fix", mendable)] : []),
  ];
}

type Counted = readonly [one: Message, many: (count: number) => Message];

const ESTABLISHMENTS: Counted = [say("1 establishment"), (count) => say("{0} establishments", count)];
const FILES: Counted = [say("1 file"), (count) => say("{0} files", count)];
const ERRORS: Counted = [say("1 error"), (count) => say("{0} errors", count)];
const WARNINGS: Counted = [say("1 warning"), (count) => say("{0} warnings", count)];
const INFORMATION: Counted = [
  say("1 piece of information"),
  (count) => say("{0} pieces of information", count),
];
const HINTS: Counted = [say("1 hint"), (count) => say("{0} hints", count)];

function counted(count: number, [one, many]: Counted): Message {
  return count === 1 ? one : many(count);
}
