/**
 * Whether an answer says that too much was asked: 429 (RFC 6585), and with GitHub also a 403 that says until when.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function isRateLimited({ status, headers }: Response): boolean {
  if (status === 429) return true;
  return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}

/** Milliseconds to wait, as the answer says; a minute where it does not. By the clock of whoever answers, not ours. */
export function findWait({ headers }: Response): number {
  const seconds = headers.get('retry-after') ?? '';
  if (/^\d{1,9}$/.test(seconds)) return Math.max(1, Number(seconds)) * 1_000;
  const reset = headers.get('x-ratelimit-reset') ?? '';
  const now = Date.parse(headers.get('date') ?? '');
  if (/^\d{1,12}$/.test(reset) && Number.isFinite(now))
    return Math.max(1_000, Number(reset) * 1_000 - now + 1_000);
  return 60_000;
}
