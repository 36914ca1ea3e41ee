import { createRequire } from "node:module";
import { join } from "node:path";
import { WEB_HOST } from "./install.ts";

/** What `web-host.ts` passes to this process: the options of @vscode/test-web that we use. */
export interface WebServerOptions {
  readonly browserType: "none";
  readonly quality: "stable";
  readonly commit: string;
  readonly testRunnerDataDir: string;
  readonly host: string;
  readonly port: number;
  readonly folderPath: string;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath?: string;
}

interface TestWeb {
  open(options: WebServerOptions): Promise<unknown>;
}

// Runs in a process of its own, so that its log of all requests is not shown and that it can be killed.
const testWeb: TestWeb = createRequire(join(WEB_HOST, "package.json"))("@vscode/test-web");
await testWeb.open(JSON.parse(process.argv[2] ?? "{}"));
