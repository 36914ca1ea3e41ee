import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  answering,
  ask,
  type DrivenEditor,
  launch,
  makeSandbox,
  readmeBlock,
  type ShownFinding,
} from "./editor.ts";

/** What people answer by hand: the first action whose title contains `chosen` is chosen. */
const CHOICE = `
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do
    if options.format_item(item):find(chosen, 1, true) then return choose(item) end
  end
  choose(nil)
end
`;

/** Starts Neovim with the lines of the README, on a copy of the examples. */
export async function startNeovim(): Promise<DrivenEditor> {
  const sandbox = makeSandbox();
  const [socket, init, script, answer] = ["socket", "init.lua", "script.lua", "answer.json"].map((name) =>
    join(sandbox.state, name),
  ) as [string, string, string, string];
  const newest = /NVIM v0\.(\d+)/.exec(ask(sandbox, "nvim", ["--version"]))?.[1] ?? "0";
  writeFileSync(init, readmeBlock("lua", Number(newest) >= 11 ? "vim.lsp.enable" : "start_client") + CHOICE);
  const child = launch(sandbox, "nvim", ["--headless", "-n", "-i", "NONE", "-u", init, "--listen", socket]);

  // Of a long answer on the command line, Neovim leaves the middle out: it is written to a file.
  const lua = (code: string): unknown => {
    writeFileSync(script, code);
    const expression = `writefile([json_encode([luaeval('dofile(_A)', '${script}')])], '${answer}')`;
    ask(sandbox, "nvim", ["--server", socket, "--remote-expr", expression]);
    return JSON.parse(readFileSync(answer, "utf8"))[0];
  };
  const keys = (text: string) => ask(sandbox, "nvim", ["--server", socket, "--remote-send", text]);
  const command = (text: string) => keys(`<C-\\><C-n>:${text}<CR>`);
  const buffer = (path: string) => `vim.fn.bufnr(${JSON.stringify(join(sandbox.examples, path))})`;
  const search = (text: string, flags: string) =>
    lua(`vim.fn.cursor(1, 1); return vim.fn.search("\\\\V" .. ${JSON.stringify(text)}, "c${flags}")`);

  await answering(() => lua("return 1"));
  return {
    open: (path) => void lua(`vim.cmd(${JSON.stringify(`edit ${path}`)})`),
    text: (path) =>
      String(lua(`return table.concat(vim.api.nvim_buf_get_lines(${buffer(path)}, 0, -1, false), "\\n")`)),
    replace: (from, to) => {
      search(from, "");
      lua(
        `local line, column = vim.fn.line("."), vim.fn.col(".") - 1
         vim.api.nvim_buf_set_text(0, line - 1, column, line - 1, column + ${Buffer.byteLength(from)}, { ${JSON.stringify(to)} })
         vim.fn.cursor(line, column + ${Buffer.byteLength(to)})`,
      );
    },
    cursorOn: (text) => void search(text, ""),
    findings: () =>
      lua(
        "return vim.tbl_map(function(one) return { line = one.lnum, message = one.message } end, vim.diagnostic.get(0))",
      ) as readonly ShownFinding[],
    complete: () => void keys("<C-\\><C-n>a<C-x><C-o>"),
    goToDefinition: () => void command("lua vim.lsp.buf.definition()"),
    place: () =>
      lua('return { path = vim.fn.expand("%:."), lineText = vim.fn.getline(".") }') as ReturnType<
        DrivenEditor["place"]
      >,
    rename: (name) => void command(`lua vim.lsp.buf.rename(${JSON.stringify(name)})`),
    act: (title) => {
      lua(`chosen = ${JSON.stringify(title)}`);
      command("lua vim.lsp.buf.code_action()");
    },
    stop: () => {
      child.kill("SIGKILL");
      sandbox.remove();
    },
  };
}
