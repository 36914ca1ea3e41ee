import { described, type Rule } from "../api/rule.ts";
import personalData from "./personal-data.md";
import { responsableTraitementNotHead } from "./responsable-traitement-not-head.ts";
import secretInClear from "./secret-in-clear.md";
import { twoFactorOff } from "./two-factor-off.ts";
import { weakPasswords } from "./weak-passwords.ts";

/** Passwords, personal data, the duties of the RGPD. */
export const security: readonly Rule[] = [
  described("personal-data", "error", personalData),
  responsableTraitementNotHead,
  described("secret-in-clear", "error", secretInClear),
  twoFactorOff,
  weakPasswords,
];
