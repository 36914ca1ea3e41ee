import { localizerFor } from "../base/localize.ts";
import { message } from "../base/message.ts";
import type { Configuration } from "./configuration.ts";
import type { Session } from "./handshake.ts";

/** Fewer files are read before anybody looks. */
const MANY_FILES = 100;
/** How many percent the client is told at once. */
const STEP = 5;

type Progress = Awaited<ReturnType<Session["connection"]["window"]["createWorkDoneProgress"]>>;

/** Shows at the client how far the workspace is read, if the client can show progress and there is much to read. */
export class LoadProgress {
  readonly #session: Session;
  readonly #configuration: Pick<Configuration, "language">;
  /** The progress that the client shows; it is created at the first report. */
  #shown: Promise<Progress | undefined> | undefined;
  #percent = 0;
  #isAllowed = false;

  constructor(session: Session, configuration: Pick<Configuration, "language">) {
    this.#session = session;
    this.#configuration = configuration;
  }

  /** To be called once the client may be sent requests: before, nothing is shown. */
  allow(): void {
    this.#isAllowed = true;
  }

  /** To be called while files are read; when `done` is `total`, the progress ends. */
  report(done: number, total: number): void {
    if (done >= total) this.#end();
    else if (total >= MANY_FILES && this.#isAllowed)
      this.#show(Math.floor((done * 100) / total / STEP) * STEP);
  }

  #show(percent: number): void {
    if (this.#shown && percent === this.#percent) return;
    this.#percent = percent;
    this.#shown ??= this.#created();
    void this.#shown.then((progress) => progress?.report(percent));
  }

  async #created(): Promise<Progress | undefined> {
    const { connection, faults } = this.#session;
    const title = localizerFor(this.#configuration.language)(message("Reading the configurations"));
    try {
      const progress = await connection.window.createWorkDoneProgress();
      progress.begin(title, 0);
      return progress;
    } catch (error) {
      faults.logged("progress")(error);
      return undefined;
    }
  }

  #end(): void {
    void this.#shown?.then((progress) => progress?.done());
    this.#shown = undefined;
  }
}
