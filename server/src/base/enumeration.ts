import { type LocalizedText, type Message, message } from "./message.ts";

type Part = Message | LocalizedText;

/** An enumeration of all of several parts: “a, b and c”. */
export function conjunction(first: Part, others: readonly Part[]): Part {
  return enumerated(first, others, (list, last) => message("{0} and {1}", list, last));
}

/** An enumeration of which one is meant: “a, b or c”. */
export function disjunction(first: Part, others: readonly Part[]): Part {
  return enumerated(first, others, (list, last) => message("{0} or {1}", list, last));
}

function enumerated(first: Part, others: readonly Part[], end: (list: Part, last: Part) => Part): Part {
  const last = others.at(-1);
  const list = others.slice(0, -1).reduce<Part>((above, one) => message("{0}, {1}", above, one), first);
  return last ? end(list, last) : list;
}
