import { appendAll } from "../base/append-all.ts";
import { emptyRecords, type SourceKind, type SourceRecords, type Stated } from "./records.ts";
import type { Source } from "./source.ts";
import { readXml, type XmlElement, type XmlFormat } from "./xml.ts";

/** A reader of one kind of XML export: which elements it asks for, and what records they are. */
export interface ExportFormat extends XmlFormat {
  readonly kind: SourceKind;
  /** Adds a record. Called for each element that the shape marks as one. */
  readonly take: (element: XmlElement, into: SourceRecords) => void;
}

/** Reads a source in a format, piece by piece. Throws a `SourceError` if it cannot be read. */
export function* readExport(source: Source, format: ExportFormat): Generator<void, SourceRecords> {
  const records = emptyRecords(format.kind, source.name);
  appendAll(records.findings, yield* readXml(source, format, (element) => format.take(element, records)));
  return records;
}

/** The text of an element as something stated; `undefined` if it is empty. */
export function statedBy(element: XmlElement, value = element.text): Stated<string> | undefined {
  return value === "" ? undefined : { value, place: element.place };
}

/** A day written as DD/MM/YYYY, or with a time after it, as YYYY-MM-DD; empty if it is neither. */
export function dayFrom(text: string): string {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? "";
}

/** A number as exports write it, with a point or a comma; `undefined` if it is none. */
export function numberFrom(text: string): number | undefined {
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}

/** Whether a flag is set. Exports write 1, O or true, and leave it out or write 0, N or false. */
export function isSet(text: string): boolean {
  return text !== "" && !/^(?:0+|n|non|false|faux)$/i.test(text);
}
