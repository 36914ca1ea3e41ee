import { type Message, message } from "../base/message.ts";
import { type ErroneousBlock, excerpt, type RecoveryHint } from "./erroneous-block.ts";

/**
 * The message for the first fault of a block if no hint explains it: its position, and what is expected there. Every
 * code of `yaml` and of our own has a message.
 */
export function syntaxMessageFor(leaf: ErroneousBlock): RecoveryHint {
  const opener = UNCLOSED_CODES.has(leaf.first.code) ? unclosedOffset(leaf) : undefined;
  if (opener !== undefined) {
    const char = leaf.text.charAt(opener);
    return { from: opener, to: opener + 1, message: message("“{0}” opens here and is not closed.", char) };
  }
  const directive = /^%.*/.exec(leaf.text)?.[0];
  const fault = directive ? { code: "BAD_DIRECTIVE", from: 0, to: directive.length } : leaf.first;
  const { from, to } = visibleRange(leaf, fault.from, fault.to);
  const text = excerpt(leaf.text.slice(from, to));
  const messageOf = SYNTAX_MESSAGES[fault.code] ?? unexpected;
  return { from, to, message: messageOf(text) };
}

/** The codes by which an unclosed bracket or quote is often reported, far below it. */
const UNCLOSED_CODES = new Set(["BAD_INDENT", "MISSING_CHAR", "BLOCK_IN_FLOW"]);

function unclosedOffset({ scan }: ErroneousBlock): number | undefined {
  return scan.unclosed[0] ?? scan.quoted.find(({ closed }) => !closed)?.from;
}

type SyntaxMessage = (text: string) => Message;

const tags: SyntaxMessage = (text) => message("“{0}”: tags (a “!” before a value) are not used here.", text);
const properties: SyntaxMessage = (text) =>
  message("“{0}”: one value takes one mark (“&name”) before it, and a reference (“*name”) takes none.", text);
const unexpected: SyntaxMessage = (text) =>
  text === ""
    ? message("Something is missing here: this entry cannot be read.")
    : message("“{0}” cannot stand here: this entry cannot be read.", text);

/** The message for each code of `yaml`'s `ErrorCode`, and for our own codes. */
export const SYNTAX_MESSAGES: { readonly [code: string]: SyntaxMessage } = {
  ALIAS_PROPS: properties,
  BAD_ALIAS: (text) =>
    message("“{0}” needs a name right after it; a text that begins so needs quotes.", text),
  BAD_COLLECTION_TYPE: tags,
  BAD_DIRECTIVE: () =>
    message("A line that begins with “%” is an instruction for YAML. A key that begins so needs quotes."),
  BAD_DQ_ESCAPE: (text) =>
    message(
      "In double quotes a backslash begins a code, and “{0}” is none. Single quotes leave it as it is.",
      text,
    ),
  BAD_INDENT: (text) => message("“{0}” does not begin at the column of what it stands beside.", text),
  BAD_PROP_ORDER: (text) => message("“{0}” goes after the dash or the colon, before its value.", text),
  BAD_SCALAR_START: (text) => message("A text that begins with “{0}” needs quotes.", text),
  BLOCK_AS_IMPLICIT_KEY: (text) =>
    message("“{0}” begins a list or a group of keys where a single value or a new line is expected.", text),
  BLOCK_IN_FLOW: (text) =>
    message(
      "“{0}”: between brackets there is no indentation; a comma, a quote or a closing bracket is missing.",
      text,
    ),
  DUPLICATE_KEY: (text) =>
    message("“{0}” is written twice in the same place: neither holds until one of them is removed.", text),
  IMPOSSIBLE: unexpected,
  KEY_OVER_1024_CHARS: () =>
    message("This key is longer than 1,024 characters: a colon or a line break is missing."),
  MISSING_CHAR: (text) => message("A sign is missing at “{0}”: a quote, a comma, a colon or a space.", text),
  MULTILINE_IMPLICIT_KEY: (text) =>
    message("“{0}” is not a key yet: a key stands on one line and ends with a colon.", text),
  MULTIPLE_ANCHORS: properties,
  MULTIPLE_DOCS: () => message("A file contains one document: what follows “---” is not read."),
  MULTIPLE_TAGS: tags,
  NON_STRING_KEY: (text) => message("“{0}” cannot be a key: a key is a text.", text),
  RESOURCE_EXHAUSTION: () => message("This is nested too deep to be read: more than {0} levels.", 100),
  TAB_AS_INDENT: () => message("A tab stands at the beginning of this line; only spaces can."),
  TAG_RESOLVE_FAILED: tags,
  UNEXPECTED_TOKEN: unexpected,
  NO_KEY: (text) => message("“{0}” has no colon: it is neither a key with its value nor a comment.", text),
  NO_SPACE: (text) => message("A space is missing after the colon in “{0}”.", text),
  NO_MAP: () => message("This is a list; a configuration is made of keys with their values."),
  NO_NAME: () => message("A key is missing before this colon."),
  ODD_SPACE: () =>
    message("This space is not an ordinary one: it looks like a space and is read as a letter."),
  TAG: tags,
  TYPOGRAPHIC: (text) =>
    message("“{0}” stands in typographic quotes, which are only letters here.", text.replace(/[“”„«»]/g, "")),
  TOO_DEEP: () => message("This is nested too deep to be read: more than {0} levels.", 100),
  TWO_COLONS: (text) => message("“{0}” ends with two colons; one is enough.", text),
};

/** A range on one line, without white space at its ends; not empty if the line has content. */
function visibleRange(
  { text, lines }: ErroneousBlock,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const begin = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const at = begin < text.length ? begin : text.trimEnd().length;
  const line = lines.findLast((candidate) => candidate.from <= at) ?? lines[0];
  const lineEnd = (line?.from ?? 0) + (line?.text.trimEnd().length ?? 0);
  const end = Math.min(Math.max(to, at), lineEnd);
  if (end > at) return { from: at, to: end };
  const word = /^[^\s,:]+/.exec(text.slice(at, lineEnd))?.[0].length ?? 0;
  if (word > 0) return { from: at, to: at + word };
  return { from: (line?.from ?? 0) + (line?.indent ?? 0), to: Math.max(at, lineEnd) };
}
