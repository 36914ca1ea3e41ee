/** An entry of a zip, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** How it is packed: 0 as it is, 8 by DEFLATE. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** The bytes that it is packed in. */
  readonly packed: Uint8Array;
  /** How many bytes it has when it is unpacked, as the directory says. */
  readonly size: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** What stands for a number that is in the fields of ZIP64. */
const IN_ZIP64 = 0xffffffff;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;

/**
 * The entries of a zip one by one, in the order of its directory; nothing is unpacked. Throws a `RangeError` where the bytes
 * are not those of a whole zip.
 */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let { at, count } = directoryIn(view);
  for (; count > 0; count--) {
    expect(view, at, ENTRY);
    const short = (offset: number) => view.getUint16(at + offset, true);
    const flags = short(8);
    const nameEnd = at + 46 + short(28);
    const extraEnd = nameEnd + short(30);
    const [packedSize, size, local] = sizesOf(view, at, nameEnd, extraEnd);
    expect(view, local, LOCAL);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) throw new RangeError("an entry is cut off");
    const encoding = flags & 0x800 ? "utf-8" : "latin1";
    yield {
      name: new TextDecoder(encoding).decode(bytes.subarray(at + 46, nameEnd)),
      method: short(10),
      isEncrypted: (flags & 1) !== 0,
      packed: bytes.subarray(start, start + packedSize),
      size,
    };
    at = extraEnd + short(32);
  }
}

/** Where the directory begins, and how many entries it has. */
function directoryIn(view: DataView): { readonly at: number; readonly count: number } {
  const last = view.byteLength - END_LENGTH;
  for (let end = last; end >= Math.max(0, last - MAX_COMMENT); end--) {
    if (view.getUint32(end, true) !== END) continue;
    const at = view.getUint32(end + 16, true);
    const count = view.getUint16(end + 10, true);
    if (at !== IN_ZIP64 && count !== 0xffff) return { at, count };
    expect(view, end - 20, END_64_LOCATOR);
    const end64 = long(view, end - 12);
    return { at: long(view, end64 + 48), count: long(view, end64 + 32) };
  }
  throw new RangeError("no directory");
}

/** The packed and the unpacked size of an entry, and where it stands; from the extra fields where they do not fit. */
function sizesOf(view: DataView, at: number, extra: number, end: number): [number, number, number] {
  const size = view.getUint32(at + 24, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  let next = [size, packed, local].includes(IN_ZIP64) ? zip64Field(view, extra, end) : 0;
  const full = (value: number) => {
    if (value !== IN_ZIP64) return value;
    next += 8;
    return long(view, next - 8);
  };
  // In this order they stand in the field.
  const [fullSize, fullPacked, fullLocal] = [full(size), full(packed), full(local)];
  return [fullPacked, fullSize, fullLocal];
}

function zip64Field(view: DataView, extra: number, end: number): number {
  for (let at = extra; at < end; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4;
  throw new RangeError("no field of ZIP64");
}

function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function expect(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new RangeError("not what stands there in a zip");
}
