import { createGrammar } from '../wording/grammar.js';

/* The tracker speaks English, whatever language the public pages have. */

const english = createGrammar('en-GB');

/** A count with its noun: `1 day`, `12 days`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return english.count(count, { one, other: many });
}

/** A whole number: `1,204`. */
export function formatCount(count: number): string {
  return english.number(count);
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[]): string {
  return english.list(words);
}
