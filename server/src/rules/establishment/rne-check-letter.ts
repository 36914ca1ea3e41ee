import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { checkLetter, hasRneShape, isRne } from "../shared/rne.ts";
import docs from "./rne-check-letter.md";

/** An RNE whose last letter does not fit its digits. */
export const rneCheckLetter = rule({
  id: "rne-check-letter",
  severity: "error",
  on: "etablissement",
  docs,

  *check({ value }) {
    const rne = value.get("rne");
    if (!rne || !hasRneShape(rne.value) || isRne(rne.value)) return;
    const digits = rne.value.slice(0, 7);
    const letter = checkLetter(digits);
    yield {
      at: rne,
      message: message(
        "“{0}” is not a valid RNE: the letter that goes with the digits {1} is {2}. The addresses of the Server and of the Espaces are built from it.",
        rne.value,
        digits,
        letter,
      ),
      // A digit may be wrong as well, so the fix is only probable.
      fixes: replacement(rne, digits + letter, "probable"),
    };
  },
});
