import { objectsProcess } from "./git.ts";

type BlobContent = Buffer | "too-large" | undefined;

/** Reads the contents of objects of a repository by one git process. It has to be closed. */
export class GitObjects {
  readonly #process: ReturnType<typeof objectsProcess>;
  readonly #chunks: AsyncIterator<Buffer>;
  /** What was received and not used yet. */
  #rest: Buffer = Buffer.alloc(0);
  /** One object is read after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#process = objectsProcess(root);
    // Without git, and if it ends, reading ends: that is told there.
    this.#process.on("error", () => this.#process.stdout.destroy());
    this.#process.stdin.on("error", () => undefined);
    this.#chunks = this.#process.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /**
   * The contents of a blob by its hash; `undefined` if the repository lacks it, `too-large` if it has more bytes than
   * `limit`. Throws if git ends.
   */
  read(hash: string, limit: number): Promise<BlobContent> {
    const next = this.#last.then(() => this.#read(hash, limit));
    this.#last = next.catch(() => undefined);
    return next;
  }

  close(): void {
    this.#process.stdin.end();
  }

  async #read(hash: string, limit: number): Promise<BlobContent> {
    this.#process.stdin.write(`${hash}\n`);
    const [, type, size = ""] = (await this.#line()).split(" ");
    if (type !== "blob") return undefined;
    const content = await this.#bytes(Number(size), limit);
    await this.#bytes(1, 1);
    return content ?? "too-large";
  }

  async #line(): Promise<string> {
    let end = this.#rest.indexOf("\n");
    while (end < 0) {
      this.#rest = Buffer.concat([this.#rest, await this.#chunk()]);
      end = this.#rest.indexOf("\n");
    }
    const line = this.#rest.subarray(0, end).toString("utf8");
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  /** So many bytes; of more than `limit` nothing is kept. */
  async #bytes(size: number, limit: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#chunk();
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      if (size <= limit) parts.push(part);
    }
    return size <= limit ? Buffer.concat(parts) : undefined;
  }

  async #chunk(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new Error("git ended while it was read");
    return value;
  }
}
