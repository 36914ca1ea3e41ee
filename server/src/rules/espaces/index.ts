import type { Rule } from "../api/rule.ts";
import { accessPerFamily } from "./access-per-family.ts";
import { entAddressNotHttps } from "./ent-address-not-https.ts";
import { entAudienceWithOwnPasswords } from "./ent-audience-with-own-passwords.ts";
import { entParametersByHand } from "./ent-parameters-by-hand.ts";
import { espaceDirectionWithoutUser } from "./espace-direction-without-user.ts";
import { espaceWithEverythingOff } from "./espace-with-everything-off.ts";
import { espacesWithoutPronoteNet } from "./espaces-without-pronote-net.ts";
import { optionOfUnpublishedRubrique } from "./option-of-unpublished-rubrique.ts";
import { passwordRecoveryWithoutEmail } from "./password-recovery-without-email.ts";
import { rubriquesOfUnpublishedEspace } from "./rubriques-of-unpublished-espace.ts";

/** Espaces and the ENT. */
export const espaces: readonly Rule[] = [
  accessPerFamily,
  entAddressNotHttps,
  entAudienceWithOwnPasswords,
  entParametersByHand,
  espaceDirectionWithoutUser,
  espaceWithEverythingOff,
  espacesWithoutPronoteNet,
  optionOfUnpublishedRubrique,
  passwordRecoveryWithoutEmail,
  rubriquesOfUnpublishedEspace,
];
