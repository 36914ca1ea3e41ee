import { message } from "../base/message.ts";
import { shownPiece, type TextFault } from "./outside-text.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";

/** What is said of a text that must not be written as it is. */
export function textFinding(fault: TextFault, text: string, place: SourcePlace): SourceFinding {
  const shown = shownPiece(text);
  return {
    id: fault,
    severity: "error",
    source: place.source,
    place,
    message:
      fault === "mojibake"
        ? message(
            "“{0}” was read in a wrong encoding before it was exported or saved. Export the file again, and open it in no other program.",
            shown,
          )
        : message(
            "“{0}” contains characters that cannot be seen and belong in no name. Correct it where it comes from.",
            shown,
          ),
  };
}

/** What is said of a source that is in another encoding than it declares. */
export function misdeclaredFinding(source: string, declared: string, encoding: string): SourceFinding {
  return {
    id: "other-encoding",
    severity: "information",
    source,
    message: message(
      "It says that it is in “{0}”, which it is not; it was read as “{1}”. Another program has saved it since the export.",
      shownPiece(declared),
      encoding,
    ),
  };
}
