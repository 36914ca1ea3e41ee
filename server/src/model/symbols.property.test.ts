import { test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { expectLinear } from "../../../test/support/growth.ts";
import { declarationsOf, occurrenceAt } from "./symbols.ts";

test("the time to look for all names of a file grows no faster than the file", () => {
  expectLinear(
    (size) => {
      const classes = Array.from({ length: size / 8 }, (_, at) => `  C${at}: { niveau: 6e }\n`);
      return `classes:\n${classes.join("")}`;
    },
    (text) => {
      const { file } = fixture(text).context;
      return declarationsOf(file).map(({ node }) => occurrenceAt(file, node));
    },
  );
});
