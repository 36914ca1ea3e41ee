import { type Message, message } from "../base/message.ts";

/** Why the file system refused, in words and with its code, which helps to look for it; the text of any other error. */
export function reasonFor(error: unknown): Message | string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) return String(error);
  const reason = REASONS[code];
  return reason ? message("{0} ({1})", reason, code) : code;
}

const REASONS: { readonly [code: string]: Message } = {
  EACCES: message("access is refused"),
  EBUSY: message("another program uses it"),
  EDQUOT: message("the disk is full"),
  EISDIR: message("it is a folder"),
  ELOOP: message("its links lead in a circle"),
  ENAMETOOLONG: message("its path is too long"),
  ENOENT: message("it does not exist any more"),
  ENOSPC: message("the disk is full"),
  ENOTDIR: message("a folder of its path is a file"),
  EPERM: message("access is refused"),
  EROFS: message("the disk is read-only"),
};
