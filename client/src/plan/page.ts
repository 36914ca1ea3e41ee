import type { PlanAction } from "./action.ts";
import type { PlanSpot } from "./spot.ts";

/** What the view shows: texts as they stand there, in their order. The view adds nothing and decides nothing. */
export interface PlanPage {
  readonly spot: PlanSpot;
  /** What the page is about: where it differs, the view goes to the beginning of the page. */
  readonly id: string;
  /** The language of buttons and notices, and that of what the server says. */
  readonly chromeLanguage: string;
  readonly contentLanguage: string;
  /** The name of the establishment, and where in its plan the page stands. */
  readonly school: string;
  readonly position: string;
  readonly title: string;
  /** The state of the step and what belongs to it, a few words each. */
  readonly facts: readonly string[];
  readonly notices: readonly PageNotice[];
  readonly sentences: readonly string[];
  readonly screens: readonly PageScreen[];
  /** Buttons that lead away, at the head of the page. */
  readonly tools: readonly PageButton[];
  /** Buttons of the step, which stay in view. */
  readonly buttons: readonly PageButton[];
  /** The names of the parts of the view, for screen readers. */
  readonly names: { readonly buttons: string };
}

/** A button, and what the view sends when it is pressed. */
export interface PageButton {
  /** Unique on the page: the focus stays at the button with this id when the page changes. */
  readonly id: string;
  readonly text: string;
  /** Its name for screen readers where the text alone does not say what it is about. */
  readonly spoken?: string;
  readonly action: PlanAction;
  /** The key that does the same anywhere in the view. */
  readonly key?: PageKey;
  readonly isMain?: boolean;
  /** Why it cannot be pressed now. */
  readonly isOff?: string;
}

/** A key with its modifier. `mod` is Ctrl, and Cmd on a Mac: only the view knows where its keyboard is. */
export interface PageKey {
  /** As events have it, and as people call it. */
  readonly key: string;
  readonly text: string;
  readonly modifier: "alt" | "mod";
}

/** Something that a person has to know at this moment. */
export interface PageNotice {
  readonly id: string;
  readonly kind: "information" | "warning" | "done";
  readonly text: string;
  readonly buttons: readonly PageButton[];
}

/** A screen of PRONOTE. */
export interface PageScreen {
  readonly id: string;
  readonly title: string;
  /** The menu path that leads there, or that it is not known. */
  readonly path?: string;
  readonly pathNote?: string;
  readonly buttons: readonly PageButton[];
  readonly values: readonly PageValue[];
  readonly tables: readonly PageTable[];
}

/** One value with its label. */
export interface PageValue {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What was there before, and where the value comes from. */
  readonly notes: readonly string[];
  readonly buttons: readonly PageButton[];
}

/** A table; its cells are copied by a click, or by Enter where the arrow keys led. */
export interface PageTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly PageRow[];
  /** What is left out, and how cells are copied. */
  readonly hint: string;
  readonly buttons: readonly PageButton[];
}

/** A row; the first cell is its name. */
export interface PageRow {
  readonly cells: readonly PageCell[];
  readonly buttons: readonly PageButton[];
  readonly isRemoved: boolean;
  /** That it is to be added or removed. */
  readonly note?: string;
}

/** A cell: what it shows, and what its copy button is called. Nothing can be copied from an empty one. */
export interface PageCell {
  readonly value: string;
  readonly notes: readonly string[];
  readonly button?: PageButton;
}
