import { type Message, message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { checkLetter, hasRneShape, isRne } from "../shared/rne.ts";
import docs from "./rne-shape.md";

/** An RNE that is not made of seven digits and a capital letter. */
export const rneShape = rule({
  id: "rne-shape",
  severity: "error",
  on: "etablissement",
  docs,

  *check({ value }) {
    const rne = value.get("rne");
    if (!rne || hasRneShape(rne.value)) return;
    yield {
      at: rne,
      message: message(
        "An RNE number is made of seven digits and a capital letter, such as 0759998K; “{0}” has {1}.",
        rne.value,
        oddity(rne.value),
      ),
      fixes: fixesFor(rne),
    };
  },
});

function oddity(text: string): Message {
  if (text.trim() === "") return message("nothing in it");
  if (/[\s.-]/.test(text)) return message("spaces or signs in it");
  const digits = /^\d*/.exec(text)?.[0].length ?? 0;
  if (/^\d{7}$/.test(text)) return message("no letter at its end");
  if (/^\d{7}[a-z]$/.test(text)) return message("a small letter");
  if (/^\d*[A-Za-z]?$/.test(text)) return message("{0} digits", digits);
  return /^\d*[oO]/.test(text) ? message("the letter O in the place of a zero") : message("another shape");
}

/** The RNE that was probably meant. If only the spelling differs, the number is the same, and the fix is sure. */
function fixesFor(rne: Leaf<string>): readonly Fix[] {
  const bare = rne.value.replace(/[\s.-]/g, "").toUpperCase();
  if (isRne(bare)) return replacement(rne, bare, "sure");
  const digits = bare.slice(0, 7).replace(/O/g, "0").replace(/[IL]/g, "1");
  const guesses = [digits + bare.slice(7), `0${bare}`, /^\d{7}$/.test(bare) ? bare + checkLetter(bare) : ""];
  const guess = guesses.find(isRne);
  return guess === undefined ? [] : replacement(rne, guess, "probable");
}
