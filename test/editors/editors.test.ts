/** Editors that are not ours, with the lines of the README, against the built server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { ROOT } from "../host/install.ts";
import type { DrivenEditor } from "./editor.ts";
import { startEmacs } from "./emacs.ts";
import { startNeovim } from "./neovim.ts";

const CLASSES = "college-du-gue/classes.pronote.yaml";
const PROFESSEURS = "college-du-gue/professeurs.pronote.yaml";
const example = (path: string) => readFileSync(join(ROOT, "examples", path), "utf8").trim();

describe.each([
  ["Neovim", startNeovim],
  ["Emacs with eglot", startEmacs],
])("%s", (_, start) => {
  let editor: DrivenEditor;

  /** A started editor that shows the classes, in which “esnault” is misspelt, once this is found. */
  async function withFinding(): Promise<DrivenEditor> {
    editor = await start();
    editor.open(CLASSES);
    editor.replace("MATHS: esnault", "MATHS: esnaut");
    await expect.poll(() => editor.findings()).toHaveLength(1);
    return editor;
  }

  /** Waits until the editor holds a file with this text, and with no other. */
  const becomes = (path: string, text: string) => expect.poll(() => editor.text(path).trim()).toBe(text);

  afterEach(() => editor.stop());

  test("shows a finding at its line, and applies its correction", async () => {
    await withFinding();
    const [found] = editor.findings();
    expect(found?.line).toBe(7);
    expect(found?.message).toMatch(/esnaut\b.*not declared/);
    editor.cursorOn("esnaut");
    editor.act("esnault");
    await becomes(CLASSES, example(CLASSES));
    await expect.poll(() => editor.findings()).toEqual([]);
  });

  test("completes a name that another file declares", async () => {
    await withFinding();
    editor.replace("MATHS: esnaut", "MATHS: esn");
    editor.complete();
    await becomes(CLASSES, example(CLASSES));
  });

  test("goes to a definition in another file", async () => {
    await withFinding();
    editor.cursorOn("jolivet");
    editor.goToDefinition();
    await expect
      .poll(() => editor.place())
      .toEqual({ path: PROFESSEURS, lineText: "  jolivet: { nom: JOLIVET, prenom: Inès }" });
  });

  test("renames in all files", async () => {
    await withFinding();
    editor.open(PROFESSEURS);
    editor.cursorOn("jolivet");
    editor.rename("jolivet-i");
    await becomes(PROFESSEURS, example(PROFESSEURS).replace("jolivet:", "jolivet-i:"));
    const misspelt = example(CLASSES).replace("MATHS: esnault", "MATHS: esnaut");
    await becomes(CLASSES, misspelt.replaceAll(/\bjolivet\b/g, "jolivet-i"));
  });
});
