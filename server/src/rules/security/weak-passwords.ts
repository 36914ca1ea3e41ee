import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./weak-passwords.md";

/** The advice of the CNIL that PRONOTE refers to. */
const SHORTEST = 10;
const CRITERIA = ["chiffre", "lettre", "caractere-special", "majuscule-et-minuscule"] as const;
const LEAST = 3;

/** Rules for passwords that are weaker than the advice. */
export const weakPasswords = rule({
  id: "weak-passwords",
  severity: "warning",
  on: "securite",
  docs,

  *check({ value }) {
    const length = value.get("longueur-min");
    if (length && length.value < SHORTEST) {
      yield {
        at: length,
        message: message(
          "Passwords of {0} characters are shorter than the CNIL advises: at least {1}, with {2} kinds of characters.",
          length.value,
          SHORTEST,
          LEAST,
        ),
        fixes: replacement(length, SHORTEST, "probable"),
      };
    }
    const exigences = value.get("exigences");
    const off = CRITERIA.flatMap((key): readonly Leaf<boolean>[] => {
      const leaf = exigences?.get(key);
      return leaf?.value === false ? [leaf] : [];
    });
    const [first, ...others] = off;
    if (!first || CRITERIA.length - off.length >= LEAST) return;
    yield {
      at: first,
      message: message(
        "At most {0} kinds of characters are required of a password; the CNIL advises {1}.",
        CRITERIA.length - off.length,
        LEAST,
      ),
      related: others.map(({ node }) => ({ at: node, message: message("Not required either.") })),
      fixes: replacement(first, true, "probable"),
    };
  },
});
