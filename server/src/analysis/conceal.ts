import { memo } from "../base/memo.ts";
import type { Message } from "../base/message.ts";
import { CONFIGURATION } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type File, fileLines, rangeOf } from "../syntax/file.ts";
import { isPrivateName, shownPath } from "../syntax/private-names.ts";
import { datumIn, PHONE_NUMBER, tellsSecret } from "../syntax/private-text.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Span } from "../syntax/tree.ts";
import { isPrivacyProblem, privacyOf } from "./file-privacy.ts";

/**
 * A problem that tells nothing of lines with private text: where it is on one, its messages leave out what they quote.
 * Private text is left out of messages on other lines too, where it is told by itself.
 */
export function concealed<P extends Problem>(problem: P, file: File): P {
  return concealedIn(problem, (uri) => (uri === file.uri ? file : undefined));
}

/** The same for a problem that speaks of several files. */
export function concealedIn<P extends Problem>(problem: P, fileOf: (uri: string) => File | undefined): P {
  if (isPrivacyProblem(problem)) return problem;
  const places = [problem.at, ...(problem.related ?? []).map(({ at }) => at)];
  const isHidden = places.some((at) => isOnPrivateLine(at, fileOf(at.block.uri)));
  if (!isHidden && !tellsPrivate(problem)) return problem;
  const hide = (text: Message): Message => redacted(text, isHidden ? () => true : isPrivateText);
  const { related, fixes } = problem;
  const file = fileOf(problem.at.block.uri);
  const line = file ? lineOf(file, problem.at) : "";
  return {
    ...problem,
    message: hide(problem.message),
    ...(related && { related: related.map(({ at, message }) => ({ at, message: hide(message) })) }),
    ...(fixes && {
      fixes: fixes.filter((fix) => !repeats(fix, line)).map((fix) => ({ ...fix, title: hide(fix.title) })),
    }),
  };
}

/** Whether a text is private by itself: an INE, a password with its key. */
export function isPrivateText(text: string): boolean {
  const datum = datumIn(text, "value");
  if ((datum !== undefined && datum !== PHONE_NUMBER) || tellsSecret(text)) return true;
  return CONFIGURATION.test(text) && isPrivateName(text);
}

/** A message without the names in it that are private, whether of things, files or folders. */
export function withoutPrivateNames({ text, args }: Message): Message {
  return {
    text,
    args: args.map((arg) => {
      if (typeof arg === "string") return shownPath(arg);
      if (typeof arg !== "object") return arg;
      if ("text" in arg) return withoutPrivateNames(arg);
      return isPrivateName(arg.en) ? "…" : arg;
    }),
  };
}

/** A problem about files whose messages tell no private names of these. */
export function withoutPrivateFiles<P extends Problem>(problem: P): P {
  const { related, fixes } = problem;
  return {
    ...problem,
    message: withoutPrivateNames(problem.message),
    ...(related && {
      related: related.map(({ at, message }) => ({ at, message: withoutPrivateNames(message) })),
    }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: withoutPrivateNames(fix.title) })) }),
  };
}

/** Whether any line that counts for an establishment holds private text. */
export const hasPrivateLines = memo(({ members, bases }: Snapshot): boolean =>
  [...members, ...bases].some((file) => privacyOf(file).lines.size > 0),
);

/** Whether a span touches a line of its file that holds private text. */
export function isOnPrivateLine(at: Span, file: File | undefined): boolean {
  if (!file) return false;
  const { lines } = privacyOf(file);
  if (lines.size === 0) return false;
  const { start, end } = rangeOf(file, at);
  // A block of many lines is marked as a whole: what is told of it is told of its first line.
  return lines.has(start.line) || (end.line - start.line < MANY && lines.has(end.line));
}

const MANY = 3;

function tellsPrivate({ message, related = [], fixes = [] }: Problem): boolean {
  const all = [message, ...related.map((one) => one.message), ...fixes.map(({ title }) => title)];
  return all.some(quotesPrivate);
}

function quotesPrivate({ args }: Message): boolean {
  return args.some((arg) =>
    typeof arg === "string"
      ? isPrivateText(arg)
      : typeof arg === "object" && "text" in arg && quotesPrivate(arg),
  );
}

/** A message without these texts. */
export function withoutTexts(message: Message, texts: ReadonlySet<string>): Message {
  const hides = (arg: string) => texts.has(arg);
  return redacted(message, hides, hides);
}

/** `hidesName`: of a text that is the same in all languages. */
function redacted(
  { text, args }: Message,
  hides: (arg: string) => boolean,
  hidesName: (name: string) => boolean = isPrivateName,
): Message {
  return {
    text,
    args: args.map((arg) => {
      if (typeof arg === "string") return arg.length > 1 && hides(arg) ? "…" : arg;
      if (typeof arg !== "object") return arg;
      if ("text" in arg) return redacted(arg, hides, hidesName);
      // A text of the schema, with a name of the file where it stands.
      return hidesName(arg.en) ? "…" : arg;
    }),
  };
}

function lineOf(file: File, at: Span): string {
  return fileLines(file)[rangeOf(file, at).start.line] ?? "";
}

/** Whether a fix writes words of a line again. */
function repeats({ edits }: Fix, line: string): boolean {
  const words = line
    .slice(line.indexOf(":") + 1)
    .split(/[\s"',:{}[\]]+/)
    .filter((word) => word.length >= 5);
  return edits.some(({ newText }) => isPrivateText(newText) || words.some((word) => newText.includes(word)));
}
