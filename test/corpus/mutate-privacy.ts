import { type Mutator, replaced } from "./mutation.ts";

/** Personal data and secrets in places where they are not allowed. */
export const privacyMutators: { readonly [name: string]: Mutator } = {
  "a phone number in a comment": (one, dice) => {
    const { mark } = one;
    if (mark.way === "flow") return undefined;
    const remark = `${" ".repeat(mark.indent)}# joindre le ${dice.pick(["06 39 98 00 00", "01.99.00.12.34"])}${one.file.style.eol}`;
    return replaced(one, { from: mark.whole.from, to: mark.whole.from }, remark);
  },
  "a person's data under a person": (one, dice) => {
    const { mark, parent, file } = one;
    const { eol } = file.style;
    if (
      mark.way === "flow" ||
      !/^(?:personnels|professeurs)$/.test(mark.path[0] ?? "") ||
      mark.path.length !== 3
    )
      return undefined;
    if (!parent.properties.has("nom") || file.merges.length > 0) return undefined;
    const line = dice.pick([
      "telephone: 06 39 98 00 00",
      "date-naissance: 2012-05-14",
      "nir: 2 84 05 75 123 456 12",
    ]);
    return replaced(
      one,
      { from: mark.whole.from, to: mark.whole.from },
      `${" ".repeat(mark.indent)}${line}${eol}`,
    );
  },
  "a secret in clear": (one) => {
    const { mark, key, file } = one;
    if (key !== "mot-de-passe" || !mark.schema.secret || mark.alias) return undefined;
    const written = file.text.slice(mark.value.from, mark.value.to);
    return written.includes("\n") || /[&*]/.test(written)
      ? undefined
      : replaced(one, mark.value, "Azerty-2026");
  },
};
