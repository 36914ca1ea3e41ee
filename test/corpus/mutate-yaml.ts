import { type Mutator, replaced, type Target } from "./mutation.ts";

/** Typing errors in YAML. */
export const yamlMutators: { readonly [name: string]: Mutator } = {
  "no space after the colon": (one) => {
    const { mark, file } = one;
    if (mark.way === "flow" || !isPlain(one)) return undefined;
    const written = file.text.slice(mark.key.from, mark.value.to);
    if (written.includes("\n") || !/^[^"']+: /.test(written)) return undefined;
    return replaced(one, { from: mark.key.from, to: mark.value.to }, written.replace(": ", ":"));
  },
  "a quote that is not closed": (one) => {
    const { mark, file } = one;
    const written = file.text.slice(mark.value.from, mark.value.to);
    if (typeof mark.content !== "string" || mark.way === "flow" || !/^(["']).*\1$/.test(written))
      return undefined;
    return replaced(one, mark.value, written.slice(0, -1));
  },
  "a bracket that is not closed": (one) => {
    const { mark, file } = one;
    const written = file.text.slice(mark.value.from, mark.value.to);
    if (mark.way === "flow" || !/^[[{].*[\]}]$/.test(written)) return undefined;
    return replaced(one, mark.value, written.slice(0, -1).trimEnd());
  },
  "a tab for an indentation": (one) => {
    const { mark, file } = one;
    if (mark.way === "flow" || mark.indent === 0) return undefined;
    return replaced(one, { from: mark.whole.from, to: mark.key.from }, "\t", {
      from: mark.whole.from,
      to: mark.whole.from + (file.text.length - mark.whole.from > 0 ? mark.value.to - mark.whole.from : 1),
    });
  },
  "a colon in a text": (one) => {
    const { mark, file } = one;
    const written = file.text.slice(mark.value.from, mark.value.to);
    if (typeof mark.content !== "string" || !isPlain(one) || mark.way === "flow") return undefined;
    if (mark.schema.pattern || mark.schema.enum || mark.schema.mentions || !/[a-zé] [a-z]/i.test(written))
      return undefined;
    const text = written.replace(" ", " : ");
    const at = { from: mark.key.from, to: mark.value.to + 3 };
    return { ...replaced(one, mark.value, text, at), meant: replaced(one, mark.value, `"${text}"`).texts };
  },
  "a line too far to the right": (one) => {
    const { mark } = one;
    if (mark.way === "flow" || isFirst(one)) return undefined;
    return replaced(one, { from: mark.whole.from, to: mark.key.from }, " ".repeat(mark.indent + 1), {
      from: mark.whole.from,
      to: mark.value.to + 1,
    });
  },
  "no colon after the key": (one) => {
    const { mark, file } = one;
    const written = file.text.slice(mark.key.from, mark.value.to);
    if (mark.way === "flow" || !isPlain(one) || written.includes("\n") || !/^[^"' ]+: /.test(written))
      return undefined;
    return replaced(one, { from: mark.key.from, to: mark.value.to }, written.replace(": ", " "));
  },
  "typographic quotes": (one) => {
    const { mark } = one;
    if (typeof mark.content === "object" || !isPlain(one)) return undefined;
    if (mark.schema.type === "string" && !mark.schema.pattern && !mark.schema.enum) return undefined;
    return replaced(one, mark.value, `“${mark.content}”`);
  },
};

/** Whether the value is a plain scalar on the line of its key. */
function isPlain({ mark, file }: Target): boolean {
  const written = file.text.slice(mark.value.from, mark.value.to);
  return typeof mark.content !== "object" && !mark.alias && /^[^"'&*|>{[\n]+$/.test(written);
}

/** Whether it is the first entry of its map, which determines the map's column. */
function isFirst({ mark, file }: Target): boolean {
  const above = mark.path.slice(0, -1).join("/");
  return !file.marks.some(
    (other) =>
      other.way === "block" && other.key.from < mark.key.from && other.path.slice(0, -1).join("/") === above,
  );
}
