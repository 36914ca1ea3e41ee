import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { directiveIn } from "./directive.ts";

test.each([" ", "\t", "\u00a0", ",", "#", "id ", " :", "\r", " \t", "\u00a0 "])(
  "reading a line with many %j takes linear time",
  (run) => {
    const lines = (size: number) => {
      const many = run.repeat(size);
      return [
        `${many}x`,
        `#${many}x`,
        `# rentree-ignore${many}x`,
        `# rentree-ignore a${many}b`,
        `# rentree-ignore a${many}: b`,
        `# rentree-ignore a:${many}b${many}c`,
        `# rentree-ignore a: b${many}\rc`,
      ];
    };
    expectLinear(lines, (input) => input.map(directiveIn));
  },
);
