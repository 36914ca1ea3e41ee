import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type Message, message } from "../base/message.ts";
import { EncodingError, encodingOf, textChunks } from "./decode.ts";
import { cleanText, faultOf } from "./outside-text.ts";
import { type Source, SourceError, type SourceFinding, type SourcePlace } from "./source.ts";
import { misdeclaredFinding, textFinding } from "./text-findings.ts";

/**
 * What is read of an element: an allow-list. Attributes and children that it does not name are skipped by the parser;
 * their texts are never put together. An element without `children` is read for its text.
 */
export interface XmlShape {
  readonly attributes?: readonly string[];
  readonly children?: { readonly [name: string]: XmlShape };
  /** Whether the element is a record: handed over when it ends, and forgotten. */
  readonly isRecord?: true;
}

/** An element that is read for its text alone. */
export const TEXT: XmlShape = {};

/** An element, as far as its shape asks for it. Texts and attributes are cleaned. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly place: SourcePlace;
}

/** What a file with a certain root element is read for. */
export interface XmlFormat {
  readonly root: string;
  readonly shape: XmlShape;
}

const MAX_DEPTH = 32;
const MAX_ATTRIBUTES = 256;
const MAX_TEXT = 1 << 20;

/** The children of an element with a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The elements at a path below an element. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce(
    (found: readonly XmlElement[], name) => found.flatMap((one) => childrenOf(one, name)),
    [element],
  );
}

/** The text of the first element at a path below an element; empty if there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  return elementsAt(element, ...path)[0]?.text ?? "";
}

/**
 * Reads a source as XML, and hands over its records one by one; yields after each piece of it. Returns what there is to say
 * about its texts. Throws a `SourceError` if it is not well-formed, has a document type, or exceeds the limits.
 */
export function readXml(
  source: Source,
  { root, shape }: XmlFormat,
  onRecord: (element: XmlElement) => void,
): Generator<void, readonly SourceFinding[]> {
  return new XmlReader(source, root, shape, onRecord).read();
}

/** The error for a document type: by one, a file could make others be read, or grow without end. */
export function refusedDoctype(
  source: string,
  place: SourcePlace = { source, line: 1, column: 1 },
): SourceError {
  const told = message("A document type (DOCTYPE) stands in it, which no export has: the file is refused.");
  return new SourceError("refused-xml", source, told, place);
}

interface OpenElement {
  readonly shape: XmlShape;
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  readonly place: SourcePlace;
  text: string;
}

class XmlReader {
  readonly #source: Source;
  readonly #rootName: string;
  readonly #rootShape: XmlShape;
  readonly #onRecord: (element: XmlElement) => void;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #open: OpenElement[] = [];
  readonly #findings: SourceFinding[] = [];
  /** How many elements are open that are not read. */
  #skipped = 0;
  #place: SourcePlace;
  #isClosing = false;
  /** Whether texts are listened to. */
  #isListening = false;

  constructor(source: Source, root: string, shape: XmlShape, onRecord: (element: XmlElement) => void) {
    this.#source = source;
    this.#rootName = root;
    this.#rootShape = shape;
    this.#onRecord = onRecord;
    this.#place = { source: source.name, line: 1, column: 1 };
    const parser = this.#parser;
    parser.on("error", () => this.#fail());
    parser.on("doctype", () => {
      throw refusedDoctype(source.name, this.#here());
    });
    parser.on("opentagstart", ({ name }) => {
      if (this.#skipped > 0) return;
      this.#place = { ...this.#here(), column: Math.max(1, parser.columnIndex - name.length - 1) };
    });
    parser.on("opentag", (tag) => this.#start(tag));
    parser.on("closetag", () => this.#end());
  }

  *read(): Generator<void, readonly SourceFinding[]> {
    const { bytes, name } = this.#source;
    const { encoding, misdeclared } = encodingOf(bytes);
    if (misdeclared !== undefined) this.#findings.push(misdeclaredFinding(name, misdeclared, encoding));
    try {
      for (const chunk of textChunks(bytes, encoding)) {
        this.#parser.write(chunk);
        yield;
      }
    } catch (error) {
      if (!(error instanceof EncodingError)) throw error;
      throw new SourceError(
        "cut-character",
        name,
        message("It ends, or goes wrong, in the middle of a character ({0}): export it again.", encoding),
        this.#here(),
      );
    }
    this.#isClosing = true;
    this.#parser.close();
    return this.#findings;
  }

  #here(): SourcePlace {
    const { line, columnIndex } = this.#parser;
    return { source: this.#source.name, line, column: columnIndex + 1 };
  }

  #start(tag: SaxesTagPlain): void {
    if (this.#open.length + this.#skipped >= MAX_DEPTH)
      this.#refuse(message("Its elements lie deeper in each other than in any export: the file is refused."));
    if (hasMoreThan(tag.attributes, MAX_ATTRIBUTES))
      this.#refuse(message("An element has more attributes than in any export: the file is refused."));
    const shape = this.#skipped > 0 ? undefined : this.#shapeOf(tag.name);
    if (!shape) {
      this.#skipped++;
      // What stands in it is no part of the text around it.
      if (this.#skipped === 1) this.#listen();
      return;
    }
    const attributes = new Map<string, string>();
    for (const key of shape.attributes ?? []) {
      if (Object.hasOwn(tag.attributes, key)) attributes.set(key, this.#kept(String(tag.attributes[key])));
    }
    this.#open.push({ shape, name: tag.name, attributes, children: [], text: "", place: this.#place });
    this.#listen();
  }

  #shapeOf(name: string): XmlShape | undefined {
    const above = this.#open.at(-1);
    if (!above) return name === this.#rootName ? this.#rootShape : undefined;
    const { children } = above.shape;
    return children && Object.hasOwn(children, name) ? children[name] : undefined;
  }

  #end(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      if (this.#skipped === 0) this.#listen();
      return;
    }
    const closed = this.#open.pop();
    if (!closed) return;
    const { shape, name, attributes, children, place } = closed;
    const element = { name, attributes, children, place, text: this.#kept(closed.text, place) };
    if (shape.isRecord) this.#onRecord(element);
    else if (this.#open.some((one) => one.shape.isRecord)) this.#open.at(-1)?.children.push(element);
    this.#listen();
  }

  /** Listens to text only within an element whose text is wanted: any other is not even put together. */
  #listen(): void {
    const wanted = this.#skipped === 0 ? this.#open.at(-1) : undefined;
    const isText = wanted && !wanted.shape.children && !wanted.shape.attributes;
    if (!isText) {
      if (!this.#isListening) return;
      this.#parser.off("text");
      this.#parser.off("cdata");
      this.#isListening = false;
      return;
    }
    this.#isListening = true;
    const add = (text: string) => {
      wanted.text += text;
      if (wanted.text.length > MAX_TEXT)
        this.#refuse(message("A text in it is longer than in any export: the file is refused."));
    };
    this.#parser.on("text", add);
    this.#parser.on("cdata", add);
  }

  #kept(text: string, place = this.#place): string {
    const clean = cleanText(text);
    const fault = faultOf(clean);
    if (fault) this.#findings.push(textFinding(fault, clean, place));
    return clean;
  }

  #refuse(reason: Message): never {
    throw new SourceError("refused-xml", this.#source.name, reason, this.#here());
  }

  #fail(): never {
    const reason = this.#isClosing
      ? message(
          "The file ends in the middle: it was cut off while it was downloaded or copied. Export it again.",
        )
      : message("This is not valid XML: the file was changed or damaged. Export it again.");
    throw new SourceError("broken-xml", this.#source.name, reason, this.#here());
  }
}

function hasMoreThan(attributes: Readonly<Record<string, unknown>>, most: number): boolean {
  let count = 0;
  for (const name in attributes) if (Object.hasOwn(attributes, name)) count++;
  return count > most;
}
