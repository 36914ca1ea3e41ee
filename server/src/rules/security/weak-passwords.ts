import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./weak-passwords.md";

/** What the CNIL recommends, as PRONOTE mentions: a length, kinds of characters, and how many of them. */
const MIN_LENGTH = 10;
const CRITERIA = ["chiffre", "lettre", "caractere-special", "majuscule-et-minuscule"] as const;
const MIN_KINDS = 3;

/** Rules for passwords that are weaker than recommended. */
export const weakPasswords = rule({
  id: "weak-passwords",
  severity: "warning",
  on: "securite",
  docs,

  *check({ value }) {
    const length = value.get("longueur-min");
    if (length && length.value < MIN_LENGTH) {
      yield {
        at: length,
        message: message(
          "Passwords of {0} characters are shorter than the CNIL advises: at least {1}, with {2} kinds of characters.",
          length.value,
          MIN_LENGTH,
          MIN_KINDS,
        ),
        fixes: replacement(length, MIN_LENGTH, "probable"),
      };
    }
    const exigences = value.get("exigences");
    const off = CRITERIA.flatMap((key): readonly Leaf<boolean>[] => {
      const leaf = exigences?.get(key);
      return leaf?.value === false ? [leaf] : [];
    });
    const [first, ...others] = off;
    if (!first || CRITERIA.length - off.length >= MIN_KINDS) return;
    yield {
      at: first,
      message: message(
        "The CNIL advises {1} kinds of characters in a password; at most {0} are required here.",
        CRITERIA.length - off.length,
        MIN_KINDS,
      ),
      related: others.map(({ node }) => ({ at: node, message: message("Not required either.") })),
      fixes: replacement(first, true, "probable"),
    };
  },
});
