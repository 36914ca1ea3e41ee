import { encodingOf } from "./decode.ts";
import type { Source } from "./source.ts";

/** How a source begins, as far as XML is concerned. */
export interface XmlBeginning {
  /** The name of the root element, empty if it does not begin soon; none if the source is no XML. */
  readonly root?: string;
  /** The name in its document type, which no export has. */
  readonly doctype?: string;
}

/** What may stand before the first element or a document type, each from a beginning to an end. */
const PROLOG: readonly (readonly [from: string, to: string])[] = [
  ["<?", "?>"],
  ["<!--", "-->"],
];
const NAME = /^<(!doctype\s+)?([A-Za-z_][\w.:-]*)/i;

/** Looks at the first bytes of a source. */
export function xmlBeginning({ bytes }: Source): XmlBeginning {
  const beginning = bytes.subarray(0, 1 << 13);
  // The last character may be cut.
  let rest = new TextDecoder(encodingOf(beginning).encoding).decode(beginning).trimStart();
  for (;;) {
    const part = PROLOG.find(([from]) => rest.startsWith(from));
    const end = part ? rest.indexOf(part[1], part[0].length) : -1;
    if (!part || end < 0) break;
    rest = rest.slice(end + part[1].length).trimStart();
  }
  const [, doctype, name] = NAME.exec(rest) ?? [];
  if (name === undefined) return rest.startsWith("<") ? { root: "" } : {};
  return doctype === undefined ? { root: name } : { doctype: name };
}
