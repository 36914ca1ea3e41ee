import { type Message, message } from "../../base/message.ts";
import type { Report } from "./report.ts";

/** One or two messages that summarize a report. */
export function summary({ summary, files, fixable }: Report): readonly Message[] {
  const { errors, warnings, information, hints, establishments } = summary;
  if (files.length === 0) return [message("There is no configuration file to check.")];
  const checked = message(
    "{0} and {1}",
    counted(establishments, ESTABLISHMENTS),
    counted(files.length, FILES),
  );
  const counts = [
    { count: errors, words: ERRORS },
    { count: warnings, words: WARNINGS },
    { count: information, words: INFORMATION },
    { count: hints, words: HINTS },
  ].flatMap(({ count, words }) => (count > 0 ? [counted(count, words)] : []));
  const [first, ...rest] = counts;
  if (!first) return [message("Nothing to report in {0}.", checked)];
  const found = rest.reduce((list, next) => message("{0}, {1}", list, next), first);
  return [
    message("{0} in {1}.", found, checked),
    ...(fixable > 0 ? [message("“{0}” fixes {1} of them.", "rentree check --fix", fixable)] : []),
  ];
}

type FindingCounts = readonly [one: Message, many: (count: number) => Message];

const ESTABLISHMENTS: FindingCounts = [
  message("1 establishment"),
  (count) => message("{0} establishments", count),
];
const FILES: FindingCounts = [message("1 file"), (count) => message("{0} files", count)];
const ERRORS: FindingCounts = [message("1 error"), (count) => message("{0} errors", count)];
const WARNINGS: FindingCounts = [message("1 warning"), (count) => message("{0} warnings", count)];
const INFORMATION: FindingCounts = [
  message("1 piece of information"),
  (count) => message("{0} pieces of information", count),
];
const HINTS: FindingCounts = [message("1 hint"), (count) => message("{0} hints", count)];

function counted(count: number, [one, many]: FindingCounts): Message {
  return count === 1 ? one : many(count);
}
