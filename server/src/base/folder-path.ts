/** A folder name for a thing: “Collège des Tilleuls” gives `college-des-tilleuls`. It is one on every system. */
export function folderNameFor(nom: string): string {
  const plain = nom.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_NAME)
    .replace(/^-|-$/g, "");
  return name !== "" && isNameEverywhere(name) ? name : ["etablissement", name].filter(Boolean).join("-");
}

/** Longer names are cut: a path of several of them would be too long for Windows. */
const MAX_NAME = 60;

/** Whether a text is the path of a folder below another one: relative, with `/` between names, and without `..`. */
export function isPathBelow(path: string): boolean {
  const names = path.split("/");
  return path !== "" && !path.includes("\\") && !path.startsWith("/") && !names.includes("..");
}

/** The first name of a path that Windows does not allow, so that a repository with it could not be cloned there. */
export function nameNotForWindows(path: string): string | undefined {
  return path.split("/").find((name) => name !== "" && name !== "." && !isNameEverywhere(name));
}

/** The names of devices of Windows, which are so with any extension, also with the digits ¹, ² and ³. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/** Whether every system allows a name of a file or folder. */
function isNameEverywhere(name: string): boolean {
  return !(DEVICE.test(name) || /[. ]$/.test(name) || /[<>:"|?*\p{Cc}]/u.test(name));
}
