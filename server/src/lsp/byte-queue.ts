/** A larger buffer is not kept once it is empty, in bytes. */
const KEPT = 1024 * 1024;

/** Bytes that are added at the end and taken from the beginning. Adding copies each byte a limited number of times. */
export class ByteQueue {
  #buffer = new Uint8Array(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** Adds bytes at the end. */
  add(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#buffer.length) this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** The bytes from one place to another, without taking them; valid until the next change. */
  peek(from: number, to: number): Uint8Array {
    return this.#buffer.subarray(this.#start + from, Math.min(this.#start + to, this.#end));
  }

  /** Takes so many bytes, or all if there are fewer; what is returned is valid until bytes are added. */
  take(count: number): Uint8Array {
    const taken = this.peek(0, count);
    this.#start += taken.length;
    return taken;
  }

  /** Puts back so many of the bytes that were just taken. */
  putBack(count: number): void {
    this.#start -= count;
  }

  #makeRoom(count: number): void {
    const { length } = this;
    const isEnough = length === 0 && count <= this.#buffer.length && this.#buffer.length <= KEPT;
    const buffer = isEnough ? this.#buffer : new Uint8Array(2 * (length + count));
    buffer.set(this.peek(0, length));
    this.#buffer = buffer;
    this.#start = 0;
    this.#end = length;
  }
}
