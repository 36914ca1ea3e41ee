/** What must not leave the machine: each text, and what stands in its place. */
export type Masked = readonly (readonly [text: string, placeholder: string])[];

/** Shorter words are in too many others to be replaced. */
const SHORTEST = 3;
/** Parts of names of files that tell nothing. */
const COMMON = new Set(["etablissement", "pronote", "yaml", "yml", "home", "users", "root", "tmp", "mount"]);

/**
 * The names in these URIs or paths, as a list to mask: each folder and file by itself, without what all names have in
 * common.
 */
export function namesIn(places: Iterable<string>): Masked {
  const names = new Set<string>();
  for (const place of places) {
    for (const segment of decoded(place).split(/[\\/]+/)) {
      const [name = ""] = segment.split(".");
      for (const one of [segment, name]) if (isTelling(one)) names.add(one);
    }
  }
  return [...names].map((name) => [name, "<name>"]);
}

function isTelling(name: string): boolean {
  return name.length >= SHORTEST && !name.endsWith(":") && !COMMON.has(name.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/**
 * A text of the log without what it may say of files or people. Of its lines, the first and those of a stack are kept;
 * in these, what is known to tell something, what stands in quotes or brackets, addresses, paths and long numbers are
 * replaced.
 */
export function maskedText(entry: string, masked: Masked): string {
  const [first = "", ...others] = entry.split(/\r?\n/);
  const frames = others.filter((line) => FRAME.test(line)).map(frameIn);
  return [hidden(first, masked), ...frames].join("\n");
}

/** A line of a stack. */
const FRAME = /^ {2,}at /;
/** A place in one of our bundles. */
const OUR_PLACE = /^(?:client|engine|server)\.(?:browser|node)\.c?js:\d{1,7}(?::\d{1,7})?/;

/** A line of a stack with the function and, in our own code, the place. */
function frameIn(line: string): string {
  const [name = ""] = /^[\w#$.]{1,60}(?= )/.exec(line.trimStart().slice("at ".length)) ?? [];
  const file = line.slice(Math.max(...["/", "\\", "("].map((sign) => line.lastIndexOf(sign))) + 1);
  const [place] = OUR_PLACE.exec(file) ?? [];
  if (place === undefined) return "    at <place>";
  return `    at ${name === "" ? place : `${name} (${place})`}`;
}

/** What is replaced whatever it says: data, and what is quoted. */
const QUOTED: readonly (readonly [pattern: RegExp, placeholder: string])[] = [
  [/[{[].*$/gs, "<data>"],
  [/“[^”]*”?|«[^»]*»?|"[^"]*"?|`[^`]*`?/g, "<text>"],
  [/(?<!\p{L})'[^']*'?/gu, "<text>"],
  [/\d[\d .-]{4,}/g, "<number>"],
];
/** The methods of the protocol, which look like paths. */
const METHOD = /^(?:textDocument|workspace|window|client|completionItem|rentree)\/[A-Za-z]{1,40}:?$/;

function hidden(line: string, masked: Masked): string {
  const known = masked
    .filter(([text]) => text.length >= SHORTEST)
    .toSorted(([one], [other]) => other.length - one.length);
  // Known texts go first: what is replaced after them may be a part of one.
  const withoutKnown = known.reduce((text, [secret, mark]) => replaced(text, secret, mark), line);
  const withoutQuoted = QUOTED.reduce((text, [pattern, mark]) => text.replace(pattern, mark), withoutKnown);
  return withoutQuoted
    .split(" ")
    .map((word) => (METHOD.test(word) || !/[\\/@]|:./.test(word) ? word : "<place>"))
    .join(" ");
}

/** Replaces a text wherever it stands, in small letters or large. */
function replaced(text: string, secret: string, placeholder: string): string {
  const [lower, wanted] = [text.toLowerCase(), secret.toLowerCase()];
  if (lower.length !== text.length) return lower.includes(wanted) ? placeholder : text;
  let result = "";
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    result += text.slice(from, at) + placeholder;
    from = at + wanted.length;
  }
  return result + text.slice(from);
}
