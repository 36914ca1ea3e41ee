import { ConfigurationTarget, extensions, l10n, Uri, window, workspace } from "vscode";

/** The part of the API of VS Code's Git extension that tells a user's name. It starts the processes, we start none. */
interface GitApi {
  readonly repositories: readonly GitRepository[];
  getRepository(uri: Uri): GitRepository | null;
}

interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** The name of who ticks, as far as it is known without asking: from the settings, else from git; else empty. */
export async function knownAuthor(folder?: string): Promise<string> {
  const set = workspace.getConfiguration("rentree.checklist").get("author", "").trim();
  return set === "" ? gitUserName(folder) : set;
}

/** The name to record with a tick: the known one, otherwise asked once and stored in the settings. */
export async function author(folder?: string): Promise<string | undefined> {
  const known = await knownAuthor(folder);
  if (known !== "") return known;

  const given = await window.showInputBox({
    title: l10n.t("Who ticks the checklist?"),
    prompt: l10n.t("Written beside each tick, for example c.durand. Asked once and kept in your settings."),
    // The plan gets the focus back when the palette closes, which would close the question unanswered.
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? l10n.t("A name is needed.") : undefined),
  });
  if (given === undefined) return undefined;
  const settings = workspace.getConfiguration("rentree.checklist");
  await settings.update("author", given.trim(), ConfigurationTarget.Global);
  return given.trim();
}

/** The user's name in the repository of a folder, as VS Code's Git extension knows it; empty where there is none. */
async function gitUserName(folder: string | undefined): Promise<string> {
  try {
    const extension = extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
    if (!extension) return "";
    const api = (await extension.activate()).getAPI(1);
    const repository =
      (folder === undefined ? null : api.getRepository(Uri.parse(folder))) ?? api.repositories[0];
    if (!repository) return "";
    return (
      (await repository.getConfig("user.name")) || (await repository.getGlobalConfig("user.name"))
    ).trim();
  } catch {
    // Git is switched off, is not installed, or knows no name.
    return "";
  }
}
