import type { Secret } from './secret.js';

/** What a text has that holds such a secret: most have nothing of it, and are not read any further. */
const hints = /pass|pwd|secret|token|api[_-]?key|access[_-]?key|eyJ/i;

/** `DB_PASSWORD=…`, `password: …`, `"api_key": "…"`: a name, and behind it a value that is written out. */
const assigned =
  /(?<![a-z0-9])(?:[a-z0-9]{1,30}[_-]){0,4}(?<name>passw(?:or)?d|pwd|passphrase|api[_-]?key|access[_-]?key|secret[_-]?key|client[_-]?secret|(?:api|auth|access|refresh|bearer|secret)[_-]?token|token|secret)["']?[ \t]{0,2}[:=][ \t]{0,2}["'`]?(?<value>[^\s"'`<>,;(){}[\]|]{6,200})(?![({[<])/gi;

/** A signed token: two objects of JSON in base64, and the signature. */
const signed = /(?<![\w.-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g;

/** What stands for a value, or says how one is made or kept. */
const noValue =
  /^[$%*@#/\\.]|[*…]|\.\.\.|x{3,}|https?:|example|sample|dummy|changeme|change[_-]me|placeholder|redacted|removed|masked|hidden|your|^(?:process|os|env|config|settings|secrets?|vars?|self|this|ssm|vault|arn|file|base|input|inputs|github|data)[.:/]|^(?:sha-?\d+|md5|bcrypt\d*|argon2\w*|oauth\d?|base64|pbkdf2|utf-?8|saml2?|aes-?\d+|rs256|hs256|es256|ed25519|rfc-?\d+|web3)$/i;

/** Words with a number, as a name of something has them: `orders-service-2`, `key_v3`. */
const name = /^[a-z]+(?:[-_./:][a-z]*\d*)+$/i;

/** The credentials of a text that only their names give away; each is a value that is written out, never one in letters alone. */
export function findAssignedSecrets(text: string): Secret[] {
  if (!hints.test(text)) return [];
  const secrets: Secret[] = [];
  for (const match of text.matchAll(signed)) {
    const [value] = match;
    secrets.push({ range: [match.index, match.index + value.length], value, kind: 'a signed token' });
  }
  for (const match of text.matchAll(assigned)) {
    const value = (match.groups?.['value'] ?? '').replace(/[.:!?*_]+$/, '');
    const isPassword = /^pass|^pwd/i.test(match.groups?.['name'] ?? '');
    if (!isLiteral(value, isPassword)) continue;
    const from = match.index + match[0].lastIndexOf(value);
    const kind = isPassword ? 'a password' : 'a token or a key';
    secrets.push({ range: [from, from + value.length], value, kind });
  }
  return secrets;
}

/** Whether it is a value that nobody would write for anything else: of a token it is long. */
function isLiteral(value: string, isPassword: boolean): boolean {
  if (value.length < (isPassword ? 6 : 16) || noValue.test(value) || name.test(value)) return false;
  return /[a-z]/i.test(value) && /\d/.test(value);
}
