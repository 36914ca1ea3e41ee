import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  answering,
  ask,
  type DrivenEditor,
  launch,
  makeSandbox,
  readmeBlock,
  type ShownFinding,
} from "./editor.ts";

/** What people set and answer by hand: the action whose title contains `chosen` is chosen. */
const SETTINGS = `
(package-initialize)
(require 'eglot)
(require 'json)
(setq make-backup-files nil auto-save-default nil create-lockfiles nil)
(defvar chosen "")
(defun choose (_prompt collection &rest _)
  (seq-find (lambda (title) (string-search chosen title)) (all-completions "" collection)))
`;

/** Starts Emacs with the lines of the README, on a copy of the examples. */
export async function startEmacs(): Promise<DrivenEditor> {
  const sandbox = makeSandbox();
  const init = join(sandbox.state, "init.el");
  const name = basename(sandbox.examples + sandbox.state).slice(-20);
  writeFileSync(init, `${SETTINGS}${readmeBlock("elisp", "eglot-ensure")}`);
  const child = launch(sandbox, "emacs", ["-q", `--fg-daemon=${name}`, "--load", init]);

  const lisp = (code: string): unknown => {
    const expression = `(with-current-buffer (window-buffer) (base64-encode-string (encode-coding-string (json-encode (vector ${code})) 'utf-8) t))`;
    const written = ask(sandbox, "emacsclient", ["-s", name, "--eval", expression]);
    return JSON.parse(Buffer.from(written.trim().replaceAll('"', ""), "base64").toString())[0];
  };
  const run = (code: string) => void lisp(`(progn ${code} t)`);
  const onText = (text: string) => `(goto-char (point-min)) (search-forward ${quoted(text)})`;

  await answering(() => lisp("1"));
  return {
    // eglot starts the server after a command, which evaluating is not.
    open: (path) => run(`(find-file ${quoted(join(sandbox.examples, path))}) (run-hooks 'post-command-hook)`),
    text: (path) =>
      String(
        lisp(
          `(with-current-buffer (get-file-buffer ${quoted(join(sandbox.examples, path))}) (buffer-string))`,
        ),
      ),
    replace: (from, to) => run(`${onText(from)} (replace-match ${quoted(to)} t t)`),
    cursorOn: (text) => run(`${onText(text)} (goto-char (match-beginning 0))`),
    findings: () =>
      lisp(
        `(vconcat (mapcar (lambda (one) (list (cons 'line (1- (line-number-at-pos (flymake-diagnostic-beg one))))
          (cons 'message (flymake-diagnostic-text one)))) (flymake-diagnostics)))`,
      ) as readonly ShownFinding[],
    complete: () => run("(completion-at-point)"),
    goToDefinition: () =>
      run("(xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))"),
    place: () =>
      lisp(
        `(list (cons 'path (file-relative-name buffer-file-name ${quoted(sandbox.examples)}))
           (cons 'lineText (buffer-substring (line-beginning-position) (line-end-position))))`,
      ) as ReturnType<DrivenEditor["place"]>,
    rename: (to) => run(`(eglot-rename ${quoted(to)})`),
    act: (title) =>
      run(
        `(setq chosen ${quoted(title)}) (cl-letf (((symbol-function 'completing-read) #'choose))
           (call-interactively #'eglot-code-actions))`,
      ),
    stop: () => {
      child.kill("SIGKILL");
      sandbox.remove();
    },
  };
}

/** A text as a string of Emacs Lisp. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
