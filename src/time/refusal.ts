/**
 * A text that cannot be read, and what its author can do about it. `message` is a whole sentence that says
 * what is wrong with the values in it; `hint` is one that says what to do; `suggestions` are whole texts to
 * put in place of the refused one, each of which can be read (best first; more than one when the text means
 * two things).
 */
export type Refusal = {
  readonly ok: false;
  readonly message: string;
  readonly hint?: string;
  readonly suggestions?: readonly string[];
  /**
   * A whole text that says the same by leaving something out, as `hint` tells; not among the suggestions, which are what
   * else may be meant.
   */
  readonly shorter?: string;
};

/** Creates a refusal; an empty list of suggestions is left out. */
export function refuse(
  message: string,
  more: { hint?: string; suggestions?: readonly string[]; shorter?: string } = {},
): Refusal {
  return {
    ok: false,
    message,
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(more.suggestions === undefined || more.suggestions.length === 0
      ? {}
      : { suggestions: more.suggestions }),
    ...(more.shorter === undefined ? {} : { shorter: more.shorter }),
  };
}

/** The same refusal, with every suggestion put where the refused part stood in a longer text. */
export function withinText(refusal: Refusal, place: (suggestion: string) => string): Refusal {
  return refuse(refusal.message, {
    ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
    suggestions: (refusal.suggestions ?? []).map(place),
    ...(refusal.shorter === undefined ? {} : { shorter: place(refusal.shorter) }),
  });
}
