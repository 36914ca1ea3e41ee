import { type Message, message } from "../base/message.ts";

/** What the lens of a section says where no step is open. */
export const nothingOpen: Message = message("no open step");

/** What the lens of a section says. */
export function openSteps(count: number): Message {
  return count === 1 ? message("1 open step") : message("{0} open steps", count);
}

/** What the lens of a profile says. */
export function useCount(count: number): Message {
  if (count === 0) return message("used nowhere");
  return count === 1 ? message("used once") : message("used {0} times", count);
}

/** What the lens of a class says. */
export function serviceCount(count: number, inherited: number): Message {
  if (count === 0) return message("no service");
  const all = count === 1 ? message("1 service") : message("{0} services", count);
  return inherited === 0 ? all : message("{0}, {1} of them written elsewhere", all, inherited);
}
