/**
 * What a ticket system answered. `gone`: it did answer, and there is no such thing, or not for us; `unasked`: nobody knows,
 * since it could not be asked or would not say.
 */
export type Answer<Value> = { ok: true; value: Value } | Refused;

export interface Refused {
  ok: false;
  why: 'gone' | 'unasked';
  /** One line, without anything secret. */
  message: string;
}

export const refuse = (why: Refused['why'], message: string): Refused => ({ ok: false, why, message });
