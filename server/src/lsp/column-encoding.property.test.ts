import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { parseFile } from "../syntax/file.ts";
import { fromUtf8, intoUtf8 } from "./column-encoding.ts";

const URI = "file:///a.pronote.yaml";

test.each([
  ["in one line", ", "],
  ["in the lines of one flow map", ",\n"],
  ["in entries", "\n"],
])("the time to convert many positions %s grows no faster than the text", (_, between) => {
  expectLinear(
    (size) => {
      const entries = Array.from({ length: size / 8 }, (_, at) => `é${at}: 1`);
      const text = between === "\n" ? entries.join(between) : `{ ${entries.join(between)} }`;
      const file = parseFile(URI, text);
      const isOneLine = between === ", ";
      const positions = entries.map((_, at) => ({
        line: isOneLine ? 0 : at,
        character: isOneLine ? 6 * at : 2,
      }));
      return { find: () => file, positions };
    },
    ({ find, positions }) => fromUtf8(intoUtf8(positions, URI, find), URI, find),
  );
});
