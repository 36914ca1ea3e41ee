import { pickItems } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";
import { stepsOf } from "./subject.ts";

/** Ticks items; those that a person settled are reopened if none of them can be ticked. */
export const toggleItem: Command = async (tools, argument, selection) => {
  const nodes = await pickItems({ argument, selection }, tools, ({ tickable, fait, reopenable }) =>
    Boolean(tickable || fait || reopenable),
  );
  const tickable = nodes.filter(({ item }) => item.tickable);
  if (tickable.length > 0) await tick(tools, stepsOf(tickable), "fait");
  else if (nodes.length > 0) await tick(tools, stepsOf(nodes), "a-faire");
};
