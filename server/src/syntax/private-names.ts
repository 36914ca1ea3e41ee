import type { LocalizedText } from "../base/message.ts";
import { datumIn, tellsSecret } from "./private-text.ts";

/** What a name looks like, of a thing, a file or a folder, if nobody's name may look so. */
export function privacyOfName(name: string): "secret" | LocalizedText | undefined {
  const texts = readingsOf(name);
  if (texts.some(tellsSecret)) return "secret";
  for (const text of texts) {
    const datum = datumIn(text, "value");
    if (datum) return datum;
  }
  return undefined;
}

/** Whether a name, or a part of a path of names, is private: a phone number too, which only settings may hold. */
export function isPrivateName(text: string): boolean {
  return privacyOfName(text) !== undefined || namesIn(text).some((name) => privacyOfName(name) !== undefined);
}

/** A path, or a name alone, as it is shown: of a name in it that is private only the ending, if it has one. */
export function shownPath(path: string): string {
  if (!isPrivateName(path)) return path;
  const shown = path.split("/").map((name) => (privacyOfName(unescaped(name)) ? hidden(name) : name));
  // What is private as a whole only is shown in no part.
  return shown.some((name) => name.startsWith(HIDDEN)) ? shown.join("/") : hidden(path);
}

const HIDDEN = "…";
/** The ending of a configuration's name. */
const ENDING = /\.pronote\.ya?ml$/;

function hidden(name: string): string {
  return `${HIDDEN}${ENDING.exec(name)?.[0] ?? ""}`;
}

function namesIn(path: string): readonly string[] {
  return path.includes("/") ? path.split("/").map(unescaped) : [];
}

/** A segment of a path of names, in which `/` is written `~1`. */
function unescaped(segment: string): string {
  return segment.replace(/~1/g, "/");
}

/** How a name may be read: in names of files, words are often joined by `-` and `_`, as digits and letters are not. */
function readingsOf(name: string): readonly string[] {
  // What stands before a name in a path, or in an option, is no part of it.
  const own = name.replace(ENDING, "").replace(/^[-_.]+/, "");
  if (!/[-_]/.test(own)) return [own];
  const isBirth = /(?:^|[-_ ])(?:n[e\u00e9]e?[-_]le|naissance)[-_]/i.test(own.normalize("NFC"));
  return [own, own.replace(isBirth ? /[-_]/g : /(?<=\p{L})[-_]|[-_](?=\p{L}{2})/gu, " ")];
}
