import { env, l10n, window } from "vscode";
import { pickItem } from "../pick-item.ts";
import type { Command } from "./command.ts";

/** Copies the menu path of an item in PRONOTE. */
export const copyMenuPath: Command = async (tools, argument, selection) => {
  const node = await pickItem({ argument, selection }, tools, ({ menu }) => menu !== undefined);
  const menu = node?.item.menu;
  if (menu === undefined) return;
  await env.clipboard.writeText(menu);
  window.setStatusBarMessage(l10n.t("Copied: {0}", menu), 5000);
};
