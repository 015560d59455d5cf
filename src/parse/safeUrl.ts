/** Characters that no address needs and that make it read as another: control, invisible, bidirectional, backslash. */
const deceptive = /[\p{Cc}\p{Cf}\s\\]/u;

/**
 * Addresses that begin as whole ones do. `https:example.com` would be read against the page it stands on, and what stands
 * before an `@` is no host, whatever it looks like.
 */
const whole = /^(?:https?:\/\/[^/?#@]+(?:[/?#]|$)|mailto:[^?#@]+@[^?#@]+(?:[?#]|$))/i;

/**
 * Whether a text is an address that may become a link as it is: https, http or mailto, without a user's name in it.
 * (`z.url()` accepts `javascript:` and `data:`.)
 */
export function isSafeUrl(text: string): boolean {
  return !deceptive.test(text) && whole.test(text) && URL.canParse(text);
}
