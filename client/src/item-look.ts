import type { EstablishmentTotals } from "../../server/src/features/checklist-protocol.ts";
import type { ChecklistItem, ChecklistPhase } from "../../server/src/features/protocol.ts";

/** What puts a text into the language of VS Code: its own `l10n`, handed in so that tests need no VS Code. */
export interface L10n {
  t(text: string, ...values: (string | number)[]): string;
}

/** Texts and days in the language of VS Code. */
export interface LocalWords extends L10n {
  /** A day as YYYY-MM-DD, in full. */
  day(day: string): string;
}

/** The words of a language; English has days as the server writes them. */
export function wordsOf(l10n: L10n, language: string): LocalWords {
  const locale = language === "fr" ? "fr" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return {
    t: l10n.t,
    day: (day) => {
      const time = Date.parse(day);
      if (Number.isNaN(time)) return day;
      const text = format.format(time);
      return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
    },
  };
}

/** How an item looks and sounds. */
export interface ItemLook {
  readonly state: string;
  /** What stands in the tree: the state first where somebody has to know it, since the end of a line may be cut. */
  readonly label: string;
  /** What stands behind it, in paler letters. */
  readonly description?: string;
  readonly icon: string;
  /** Id of a theme colour; none where the colour of text will do. */
  readonly color?: string;
  /** For who hears the tree instead of seeing it. */
  readonly spoken: string;
  /** Whether a checkbox stands before it, and whether it is ticked. */
  readonly checked?: boolean;
  /** What may be done with it, for the `when` of menus. */
  readonly context: string;
}

const ICONS: Readonly<Record<ChecklistItem["state"], readonly [icon: string, color?: string]>> = {
  "not-applicable": ["circle-slash", "disabledForeground"],
  "to-write": ["edit", "list.warningForeground"],
  "blocked-by-error": ["error", "list.errorForeground"],
  "to-redo": ["history", "list.warningForeground"],
  done: ["pass-filled", "testing.iconPassed"],
  decided: ["verified", "testing.iconPassed"],
  waiting: ["lock", "disabledForeground"],
  "to-do": ["circle-large-outline"],
};

/** The look of one item: its state is the server's, the rest follows from it. */
export function lookOf(item: ChecklistItem, l10n: LocalWords): ItemLook {
  const [icon, color] = ICONS[item.state];
  const state = stateOf(item, l10n);
  const checked = item.state === "done" ? true : item.tickable ? false : undefined;
  const short = shortStateOf(item, l10n);
  const when = [item.overdue ? l10n.t("overdue") : "", assignmentOf(item, l10n) ?? ""];
  const description = filled([short === undefined ? state : "", ...when]).join(" · ");
  return {
    state,
    label: short === undefined ? item.title : `${short} · ${item.title}`,
    ...(description === "" ? {} : { description }),
    icon,
    ...(color === undefined ? {} : { color }),
    // What is seen comes first, in its order: who speaks to the computer says what is seen.
    spoken: filled([
      ...(short === undefined ? [item.title, state] : [short, item.title]),
      ...when,
      item.why,
    ]).join(", "),
    ...(checked === undefined ? {} : { checked }),
    context: contextOf(item),
  };
}

function filled(parts: readonly string[]): string[] {
  return parts.filter((part) => part !== "");
}

/** Settled and applicable items of a phase, as “3/5”. */
export function progressOf({ items }: ChecklistPhase): string {
  const applicable = items.filter(({ state }) => state !== "not-applicable");
  return `${applicable.filter((item) => !item.open).length}/${applicable.length}`;
}

/** The establishments, those that a file belongs to first: the innermost folder is the one that counts. */
export function openFirst<T extends { readonly uri: string }>(
  establishments: readonly T[],
  file: string | undefined,
): readonly T[] {
  const decoded = decode(file ?? "");
  const holds = ({ uri }: T) => decoded.startsWith(`${decode(uri)}/`);
  const inner = establishments.filter(holds).sort((a, b) => b.uri.length - a.uri.length);
  return [...inner, ...establishments.filter((one) => !holds(one))];
}

/** Clients and servers differ in what they encode. */
function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The numbers of an establishment that are summed up. */
type Totals = Pick<EstablishmentTotals, "total" | "settled" | "blocked" | "redo" | "overdue">;

/**
 * Settled and applicable items of establishments, then what blocks, what has to be done again, and what is late. A line of
 * the tree has little room: there, the numbers are `9/76`.
 */
export function totalsOf(establishments: readonly Totals[], l10n: L10n, isShort = false): string {
  const sum = (key: keyof Totals) => establishments.reduce((total, one) => total + one[key], 0);
  const [blocked, redo, overdue] = [sum("blocked"), sum("redo"), sum("overdue")];
  const settled = isShort
    ? `${sum("settled")}/${sum("total")}`
    : l10n.t("{0} of {1}", sum("settled"), sum("total"));
  return [
    settled,
    ...(blocked > 0 ? [blockedText(blocked, l10n)] : []),
    ...(redo > 0 ? [l10n.t("{0} to redo", redo)] : []),
    ...(overdue > 0 ? [l10n.t("{0} overdue", overdue)] : []),
  ].join(", ");
}

/** How many items are blocked. */
export function blockedText(count: number, l10n: L10n): string {
  return count === 1 ? l10n.t("1 blocked") : l10n.t("{0} blocked", count);
}

/** A page in Markdown that says of an item what the tree says in its tooltip. */
export function pageOf(item: ChecklistItem, establishment: string, l10n: LocalWords): string {
  const { state } = lookOf(item, l10n);
  const who = assignmentOf(item, l10n);
  return [
    `# ${plain(item.longTitle ?? item.title)}`,
    `**${plain(establishment)}**: ${plain(state)}${who === undefined ? "" : `, ${plain(who)}`}`,
    plain(item.what),
    plain(item.why),
    item.path === undefined ? "" : `PRONOTE: ${plain(item.path)}`,
    item.rgpd ? l10n.t("Personal data (RGPD)") : "",
    plain(item.fait?.note ?? ""),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** A text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, "\\$&");
}

/** Who is to do an open item and until when; nothing where nobody said. */
export function assignmentOf({ open, pour, avant }: ChecklistItem, l10n: LocalWords): string | undefined {
  if (!open) return undefined;
  if (pour !== undefined && avant !== undefined) return l10n.t("for {0}, until {1}", pour, l10n.day(avant));
  if (pour !== undefined) return l10n.t("for {0}", pour);
  return avant === undefined ? undefined : l10n.t("until {0}", l10n.day(avant));
}

function stateOf({ state, fait }: ChecklistItem, l10n: LocalWords): string {
  switch (state) {
    case "not-applicable":
      return l10n.t("not applicable");
    case "to-write":
      return l10n.t("to write");
    case "blocked-by-error":
      return l10n.t("blocked by an error");
    case "to-redo":
      return l10n.t("to redo");
    case "done":
      if (!fait) return l10n.t("done");
      return fait.par
        ? l10n.t("done on {0} by {1}", l10n.day(fait.date), fait.par)
        : l10n.t("done on {0}", l10n.day(fait.date));
    case "decided":
      return l10n.t("decided");
    case "waiting":
      return l10n.t("waits for an earlier step");
    case "to-do":
      return l10n.t("to do");
  }
}

/** The state in a word or two, for those states that a tick or its absence does not show. */
function shortStateOf({ state }: ChecklistItem, l10n: L10n): string | undefined {
  switch (state) {
    case "to-write":
      return l10n.t("to write");
    case "blocked-by-error":
      return l10n.t("blocked");
    case "to-redo":
      return l10n.t("to redo");
    case "waiting":
      return l10n.t("waits");
    default:
      return undefined;
  }
}

function contextOf({ state, tickable, fait, reopenable, place, menu }: ChecklistItem): string {
  const may = ["item"];
  if (tickable) may.push("tickable");
  // What a person decided, a person may take back; what follows from the values only the values change.
  if (fait || reopenable || state === "done" || state === "to-redo") may.push("reopenable");
  else if (state !== "not-applicable" && state !== "decided") may.push("dismissable");
  if (place) may.push("placed");
  if (menu !== undefined) may.push("menu");
  return may.join(" ");
}
