import type { Rule } from "../api/rule.ts";
import { accountWithoutUsers } from "./account-without-users.ts";
import { channelWithoutCoordonnee } from "./channel-without-coordonnee.ts";
import { connectionLetterOfAnotherAudience } from "./connection-letter-of-another-audience.ts";
import { delegationWithoutSmtp } from "./delegation-without-smtp.ts";
import { discussionHoursOutOfOrder } from "./discussion-hours-out-of-order.ts";
import { discussionsSwitchedOff } from "./discussions-switched-off.ts";
import { eMailsNotDelegated } from "./e-mails-not-delegated.ts";
import { expectedWithoutRight } from "./expected-without-right.ts";
import { hostedServiceWhenSelfHosted } from "./hosted-service-when-self-hosted.ts";
import { mailevaWithoutContrat } from "./maileva-without-contrat.ts";
import { recoveredPasswordInLetter } from "./recovered-password-in-letter.ts";
import { smsWithoutContrat } from "./sms-without-contrat.ts";
import { smtpPortOfOtherEncryption } from "./smtp-port-of-other-encryption.ts";
import { smtpWithHostedService } from "./smtp-with-hosted-service.ts";
import { smtpWithoutEncryption } from "./smtp-without-encryption.ts";

/** E-mails, SMS, letters, discussions, connection details. */
export const communication: readonly Rule[] = [
  accountWithoutUsers,
  channelWithoutCoordonnee,
  connectionLetterOfAnotherAudience,
  delegationWithoutSmtp,
  discussionHoursOutOfOrder,
  discussionsSwitchedOff,
  eMailsNotDelegated,
  expectedWithoutRight,
  hostedServiceWhenSelfHosted,
  mailevaWithoutContrat,
  recoveredPasswordInLetter,
  smsWithoutContrat,
  smtpPortOfOtherEncryption,
  smtpWithHostedService,
  smtpWithoutEncryption,
];
