import { Uri, type Webview } from "vscode";

/** The folder with the script and the style of the view. */
export function planResources(extension: Uri): Uri {
  return Uri.joinPath(extension, "dist");
}

/** The page of the view, without content: the script fills it. Nothing but that script and that style may be loaded. */
export function planHtml(webview: Webview, extension: Uri, language: string): string {
  const resource = (name: string) =>
    webview.asWebviewUri(Uri.joinPath(planResources(extension), name)).toString(true);
  const nonce = randomNonce();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${language === "fr" ? "fr" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rentrée</title>
<link rel="stylesheet" href="${resource("plan.webview.css")}">
</head>
<body>
<script nonce="${nonce}" src="${resource("plan.webview.js")}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
