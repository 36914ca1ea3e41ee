import { type Message, message } from "../../base/message.ts";

/** What no export of a school holds, whatever is imported. */
export const NOT_IN_FILES = message(
  "In no export, so not imported: kinds of periods, coefficients, modes of assessment, profiles and rights.",
);

const ONE: { readonly [kind: string]: Message } = {
  matieres: message("1 subject"),
  professeurs: message("1 teacher"),
  personnels: message("1 member of the staff"),
  classes: message("1 class"),
  "groupes-eleves": message("1 group of students"),
  services: message("1 service"),
  salles: message("1 room"),
};

const MANY: { readonly [kind: string]: (count: number) => Message } = {
  matieres: (count) => message("{0} subjects", count),
  professeurs: (count) => message("{0} teachers", count),
  personnels: (count) => message("{0} members of the staff", count),
  classes: (count) => message("{0} classes", count),
  "groupes-eleves": (count) => message("{0} groups of students", count),
  services: (count) => message("{0} services", count),
  salles: (count) => message("{0} rooms", count),
};

/** A number of things of a section in words. */
export function counted(kind: string, count: number): Message {
  return (count === 1 ? ONE[kind] : MANY[kind]?.(count)) ?? message("{0}: {1}", kind, count);
}
