import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "../../host/install.ts";
import { failureLine } from "../../support/stage.ts";

/** An action of a user. It rejects if the expected result does not appear. */
export type UiStep = (page: Page) => Promise<unknown>;

/** Runs steps of users, and counts those that succeed. */
export class UiReport {
  readonly #name: string;
  #passed = 0;
  #failed = 0;

  /** `name` is that of the pictures of what failed. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Runs the steps of a session one after the other; one that fails does not keep the others from being tried. */
  async run(page: Page, session: string, steps: Readonly<Record<string, UiStep>>): Promise<void> {
    for (const [name, act] of Object.entries(steps)) await this.#step(page, `${session}: ${name}`, act);
  }

  /** Prints the counts, and sets the exit code. */
  end(): void {
    process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`);
    process.exitCode = this.#failed > 0 || this.#passed === 0 ? 1 : 0;
  }

  async #step(page: Page, name: string, act: UiStep): Promise<void> {
    const started = Date.now();
    try {
      await act(page);
      this.#passed++;
      process.stdout.write(`  ok   ${name} (${Date.now() - started} ms)\n`);
    } catch (error) {
      this.#failed++;
      const reason = error instanceof Error ? error.message : String(error);
      process.stdout.write(`failed ${name}\n${reason}\n${failureLine(name, reason)}`);
      await page.screenshot({ path: join(ROOT, `dist/failed-${this.#name}-${this.#failed}.png`) });
      await page.keyboard.press("Escape");
    }
  }
}
