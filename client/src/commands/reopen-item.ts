import { pickItems } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";
import { stepsOf } from "./subject.ts";

/** Removes what a person recorded for items. */
export const reopenItem: Command = async (tools, argument, selection) => {
  const nodes = await pickItems({ argument, selection }, tools, ({ fait, reopenable }) =>
    Boolean(fait || reopenable),
  );
  if (nodes.length > 0) await tick(tools, stepsOf(nodes), "a-faire");
};
