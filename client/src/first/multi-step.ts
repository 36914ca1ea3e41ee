import { type QuickInput, QuickInputButtons, type QuickPickItem, window } from "vscode";

/** What a step ended with: an answer, the wish to go back, or nothing, as the user left. */
export type StepEnd = "next" | "back" | undefined;

/** Where a step stands among all. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** A question. It keeps its answer, so that it is there again after going back. */
export interface InputStep {
  /** Whether it is asked, given the answers so far. */
  readonly isAsked: () => boolean;
  readonly ask: (place: StepPlace) => Promise<StepEnd>;
}

/** Asks one question after the other, with a way back; false if the user left. */
export async function askInTurn(title: string, steps: readonly InputStep[]): Promise<boolean> {
  let index = 0;
  while (index < steps.length) {
    const asked = steps.filter((step) => step.isAsked());
    const current = steps[index];
    if (!current || !asked.includes(current)) {
      index++;
      continue;
    }
    const at = asked.indexOf(current);
    const end = await current.ask({ title, step: at + 1, totalSteps: asked.length });
    if (end === undefined) return false;
    const previous = asked[at - 1];
    if (end === "next") index++;
    else if (previous) index = steps.indexOf(previous);
  }
  return true;
}

/** What is to be said of a text while it is typed. A text with a problem is not accepted. */
export interface TextCheck {
  readonly problem?: string;
  readonly hint?: string;
}

interface TextQuestion {
  readonly prompt: string;
  readonly value: string;
  readonly check: (text: string) => Promise<TextCheck>;
  readonly take: (text: string) => void;
}

/** Asks for a text, and checks it at every change. Rejects if it cannot be checked. */
export function askText(place: StepPlace, { prompt, value, check, take }: TextQuestion): Promise<StepEnd> {
  const input = window.createInputBox();
  Object.assign(input, place, { prompt, value });
  let asked = 0;
  const validate = async (): Promise<boolean> => {
    const turn = ++asked;
    const { problem, hint } = await check(input.value);
    // A later text is being checked meanwhile.
    if (turn !== asked) return false;
    // An empty field is not wrong yet: what is wanted stands below it.
    input.validationMessage = input.value === "" ? undefined : problem;
    input.prompt = hint ?? prompt;
    return problem === undefined;
  };
  return shown(input, place, (end, fail) => {
    validate().catch(fail);
    input.onDidChangeValue(() => validate().catch(fail));
    input.onDidAccept(() =>
      validate().then((isValid) => {
        if (!isValid) return;
        take(input.value);
        end("next");
      }, fail),
    );
  });
}

interface ChoiceQuestion<T extends QuickPickItem> {
  readonly placeholder: string;
  readonly items: readonly T[];
  readonly active: (item: T) => boolean;
  readonly take: (item: T) => void;
}

/** Asks for one of several. */
export function askChoice<T extends QuickPickItem>(
  place: StepPlace,
  { placeholder, items, active, take }: ChoiceQuestion<T>,
): Promise<StepEnd> {
  const pick = window.createQuickPick<T>();
  Object.assign(pick, place, { placeholder, items, matchOnDescription: true, matchOnDetail: true });
  pick.activeItems = items.filter(active).slice(0, 1);
  return shown(pick, place, (end) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item) return;
      take(item);
      end("next");
    });
  });
}

/** Shows an input until it ends. Rejects with what it fails with. */
function shown(
  input: QuickInput & { buttons: unknown; onDidTriggerButton: unknown },
  { step }: StepPlace,
  listen: (end: (how: StepEnd) => void, fail: (error: unknown) => void) => void,
): Promise<StepEnd> {
  return new Promise((resolve, reject) => {
    const box = input as ReturnType<typeof window.createInputBox>;
    const end = (how: StepEnd) => {
      resolve(how);
      box.dispose();
    };
    const fail = (error: unknown) => {
      reject(error);
      box.dispose();
    };
    box.ignoreFocusOut = true;
    if (step > 1) box.buttons = [QuickInputButtons.Back];
    box.onDidTriggerButton(() => end("back"));
    box.onDidHide(() => end(undefined));
    listen(end, fail);
    box.show();
  });
}

/** A text as a label shows it: VS Code would take `$(name)` for an icon. */
export function plainLabel(text: string): string {
  return text.replace(/\$\(/g, "\\$(");
}
