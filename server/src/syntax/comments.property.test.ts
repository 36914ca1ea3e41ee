import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { bare, leaf } from "./blocks.ts";
import { commentExtent, commentsIn } from "./comments.ts";

const URI = "file:///a.pronote.yaml";

test.each(["#", " #", "# a\n", "a#\n", " ", "\n", "'#"])(
  "the time is linear in the length of the text, with many %j",
  (run) => {
    const blocks = (size: number) => bare(URI, `k: ${run.repeat(size / run.length)}`);
    expectLinear(blocks, (block) => commentsIn(block).map(commentExtent));
  },
);

test("the time is linear in the length of the text, with many quoted texts on a line", () => {
  const blocks = (size: number) => leaf(URI, `k: [${"'a # b', ".repeat(size / 10)}]`, 0);
  expectLinear(blocks, commentsIn);
});
