import {
  FLOW_PLAIN,
  type RecoveredCollection,
  type RecoveredEntry,
  RecoveringScanner,
} from "./recovering-scanner.ts";

/** Reads flow collections, closed or not. */
export class FlowScanner extends RecoveringScanner {
  protected flow(open: number, parent: RecoveredEntry, indent: number): RecoveredCollection {
    const kind = this.text[open] === "{" ? "map" : "list";
    const collection: RecoveredCollection = { kind, flow: true, indent, slots: [], parent };
    this.at = open + 1;
    for (;;) {
      const from = this.at;
      const slot: RecoveredEntry = { in: collection };
      this.#fill(slot, indent);
      const filled = slot.key || slot.value || slot.colon;
      if (filled) collection.slots.push(slot);
      this.#captureFlow(slot, from, this.at);
      const closed = this.at >= this.text.length || this.text[this.at] !== ",";
      if ("]},".includes(this.text[this.at] ?? " ")) this.at++;
      if (closed) return collection;
    }
  }

  /** Reads one entry of a flow collection up to its comma, its end, or a line that must be another's. */
  #fill(slot: RecoveredEntry, indent: number): void {
    while (this.#space(slot, indent)) {
      const code = this.text[this.at] ?? "";
      if ("]},".includes(code)) return;
      if (code === ":") this.#colon(slot);
      else if (code === "[" || code === "{") slot.value = this.flow(this.at, slot, indent);
      else this.#word(slot, indent);
    }
  }

  #word(slot: RecoveredEntry, indent: number): void {
    const quoted = this.text[this.at] === '"' || this.text[this.at] === "'";
    const word = quoted ? this.quoted(this.at, indent) : this.plain(FLOW_PLAIN, this.at);
    if (slot.in.kind === "map" && slot.colon === undefined) slot.key = word;
    else slot.value = word;
    this.at = Math.max(word.to, this.at + 1);
  }

  #colon(slot: RecoveredEntry): void {
    this.at++;
    if (slot.value && "text" in slot.value && slot.in.kind === "list") {
      slot.key = slot.value;
      slot.value = undefined as never;
    }
    slot.colon = this.at;
  }

  /** Skips white space and comments in a flow collection; false at the end of what belongs to it. */
  #space(slot: RecoveredEntry, indent: number): boolean {
    while (this.at < this.text.length) {
      const code = this.text[this.at] ?? "";
      if (code === "#") {
        const end = this.lineEnd(this.at);
        if (this.cursor > this.at) this.capture(this.at, end, { role: "comment", collection: slot.in });
        this.at = end;
      } else if (code === "\n" && this.isForeign(this.at + 1, indent)) return false;
      else if (this.isSpace(this.at)) this.at++;
      else return true;
    }
    return false;
  }

  #captureFlow(slot: RecoveredEntry, from: number, to: number): void {
    if (this.spot || this.cursor < from || this.cursor > to) return;
    const { in: collection } = slot;
    const onKey = collection.kind === "map" && (slot.colon === undefined || this.cursor < slot.colon);
    const part = onKey ? slot.key : slot.value;
    if (!part) this.spot = { role: onKey ? "key" : "value", collection, slot };
    else if ("from" in part && this.cursor >= part.from && this.cursor <= part.to)
      this.spot = { role: onKey ? "key" : "value", collection, slot, word: part };
    else this.spot = { role: "text", collection };
  }
}
