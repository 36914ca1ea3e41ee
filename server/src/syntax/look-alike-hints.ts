import { type Message, message } from "../base/message.ts";
import type { ErroneousBlock, RecoveryHint } from "./erroneous-block.ts";
import { type LookAlike, lettersIn, signsIn } from "./look-alikes.ts";

/** Hints for characters that look like others. */
export function* lookAlikeHints({ text, faults }: ErroneousBlock): Iterable<RecoveryHint> {
  const letters = faults
    .filter(({ code }) => code === "LOOK_ALIKE")
    .flatMap(({ from, to }) => lettersIn(text.slice(from, to), from));
  const all = [...signsIn(text), ...letters].sort((one, other) => one.from - other.from);
  const [first] = all;
  if (!first) return;
  const written = text.slice(first.from, first.to);
  yield {
    from: first.from,
    to: first.to,
    message: messageFor(written, first),
    title: message("Replace by “{0}”", first.word?.replaceAll(written, first.meant) ?? first.meant.trim()),
    safety: "sure",
    patches: all.map(({ from, to, meant }) => ({ from, to, text: meant })),
  };
}

function messageFor(written: string, { meant, word }: LookAlike): Message {
  return word === undefined
    ? message("“{0}” only looks like “{1}”: it is another character.", written, meant.trim())
    : message(
        "The letter “{0}” in “{1}” is of another alphabet: it only looks like the Latin one.",
        written,
        word,
      );
}
