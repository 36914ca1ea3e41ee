import { test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { expectLinear } from "../../../test/support/growth.ts";
import { semanticTokens } from "./semantic-tokens.ts";

test("the time of semantic tokens grows no faster than the file", () => {
  expectLinear(
    (size) => {
      const classes = Array.from(
        { length: size / 8 },
        (_, at) => `  C${at}: { niveau: 6e, libelle: ${at} }\n`,
      );
      const { context } = fixture(`classes:\n${classes.join("")}`);
      return { ...context, findingsIn: () => new Map() };
    },
    (context) => semanticTokens(context),
  );
});
