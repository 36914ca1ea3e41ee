import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { activate as activateWith, type Rentree } from "./extension.ts";

/** Where VS Code runs in a browser: the server is a worker and is handed every file. */
export function activate(context: ExtensionContext): Promise<Rentree> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, {
    readsDisk: false,
    start: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        async () => {
          // The client does not end the worker of a server that it stops; a restart would leave it behind.
          worker?.terminate();
          worker = new Worker(script);
          // Not the worker itself: VS Code puts a class of its own in the place of `Worker`, and the client looks at that.
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
  });
}
