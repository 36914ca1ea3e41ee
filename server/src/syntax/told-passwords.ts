/**
 * Passwords as people note them: with words between the word for it and the password, with neither a colon nor an equals
 * sign, behind the name of an account. They are searched in plain text, and in the same text in lower case.
 */

/** A word for a password, also of a wireless network. */
const PASSWORD_WORDS =
  /(?<![a-z0-9])(?:mots?[ _-]de[ _-]passe|motdepasse|mdp|password|passwd|passphrase|pwd|jeton|token|(?:code|clef?)s?[ _-](?:du[ _-]|de[ _-])?wi-?fi|cle[ _-]d?'?api|api[ _-]key|code[ _-](?:secret|pin|d'acces))(?![a-z0-9])/g;
/** What stands before the word where a rule for passwords is meant. */
const RULES = /(?:politique|regle|charte|complexite|longueur|type|format|strategie)s? (?:de |des |du |d')?$/;

/** Whose password it is, or for how long: up to four words, or one in parentheses. */
const QUALIFIERS =
  /(?:[ _-](?:d[eu]s?|la|les?|l'|d'|pour|comptes?|admin|administrateur|root|wi-?fi|smtp|pronote|edt|ent|base|serveur|client|eleves?|profs?|professeurs?|parents?|invites?|provisoire|initial|temporaire|defaut|par|unique|commun|superviseur|spr|session|reseau|boite|messagerie|mail|sauvegarde|relais|hebergement|cas|educonnect|secretariat|direction|for|the|user|default)(?![a-z0-9])){1,4}|[ _-](?!oubli|perdu|chang|expir|remis|donn|voir|est(?![a-z])|transmi|communiqu|modifi|inconnu|au(?![a-z]))[a-z.]{2,20}(?![a-z0-9])| ?\([^()]{1,30}\)/y;
const NAMES_NEXT = /(?:d[eu]s?|la|les?|l'|d'|pour|par|for|the|comptes?|user)$/;
const SIGN = /["']? ?(?:[:=]|est(?![a-z])(?: ?[:=])?) ?["'[{]?/y;
const NO_SIGN = / ["']?/y;

/** An account, and what separates it from its password. */
const ACCOUNT =
  /(?<![a-z])(?:identifiants?|logins?|user(?:name)?|utilisateurs?|comptes?)(?![a-z]) ?[:=]? ?[\w.@-]{2,40} ?[,;|/–-]? ?(?:(?<=[/|] ?| [–-] )|(?:pass|pw|code)(?![a-z]) ?[:=]? ?)["']?/g;

const TOKEN = /`?[^\s{}<>«»"'`,;()[\]]{6,64}/y;
/**
 * No password, although it has letters and digits: a time, a rank, a number of things; a product with its year; an
 * address, a file, a number of an establishment or of a case; a name of a variable or a placeholder.
 */
const NO_PASSWORD =
  /^(?:\d{1,2}(?:h|e|er|ere|eme|nd|nde|car|sign|lettr|chiffr|mois|jour|janv|fev|mars|avr|mai|juin|juil|aou|sep|oct|nov|dec)|(?:windows|server|office|microsoft|exchange|sql|iso|rfc|sha|oauth|edt|pronote|index)[ .-]?\d+$|(?:ticket|factur|command|devis|dossier|contrat|page|salle|bureau|poste|classe|groupe)|\d{7}[a-z]$|\d{1,2}:[0-9a-f]{8}|https?:|www\.|env[: ]|[$%])|@[\w-]+\.|\.(?:xlsx?|od[st]|docx?|pdf|csv|txt|xml|zip|fr|com|net|org)$|^\S*\/\S*\//i;
const VARIABLE = /^(?=\S*_)[A-Z][A-Z0-9_]*$/;

/** Whether a text tells a password in words; `low` is `plain` in lower case, of the same length. */
export function tellsPasswordInWords(plain: string, low: string): boolean {
  for (const { 0: word, index } of low.matchAll(PASSWORD_WORDS))
    if (!isOfRule(low, index) && isFollowedByPassword(plain, low, index + word.length)) return true;
  for (const { 0: account, index } of low.matchAll(ACCOUNT))
    if (isNoted(tokenAt(plain, index + account.length))) return true;
  return false;
}

/** Whether the word for a password at an offset is about a rule for passwords. */
export function isOfRule(low: string, at: number): boolean {
  return RULES.test(low.slice(Math.max(0, at - RULES_BEFORE), at));
}

/** So many characters before a word for a password may say that it is about a rule. */
const RULES_BEFORE = 20;

function isFollowedByPassword(plain: string, low: string, at: number): boolean {
  const qualified = endOf(QUALIFIERS, low, at);
  for (const end of qualified === undefined ? [at] : [at, qualified]) {
    const afterSign = endOf(SIGN, low, end);
    if (afterSign !== undefined && isPassword(tokenAt(plain, afterSign))) return true;
    // What stands behind a preposition, or an account, has the password, and is none.
    const afterSpace = NAMES_NEXT.test(low.slice(at, end)) ? undefined : endOf(NO_SIGN, low, end);
    if (afterSpace !== undefined && isNoted(tokenAt(plain, afterSpace))) return true;
  }
  return false;
}

function tokenAt(plain: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(plain)?.[0].replace(/^`|[.:!?]$/g, "") ?? "";
}

/** Whether a word can be a password where one is announced. */
function isPassword(word: string): boolean {
  return /\d/.test(word) && /\p{L}/u.test(word) && !NO_PASSWORD.test(word) && !VARIABLE.test(word);
}

/** Whether a word looks like a password by itself: with four digits, a sign, or digits among its letters. */
function isNoted(word: string): boolean {
  if (!isPassword(word) || !/(?:\p{L}.*){3}/u.test(word)) return false;
  return /(?:\d.*){4}/.test(word) || /[!?$%&*+#@]/.test(word) || /\p{L}\d+\p{L}/u.test(word);
}

/** Where the match of a sticky expression at an offset ends; `undefined` if there is none. */
function endOf(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}
