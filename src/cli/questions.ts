import { cancel, isCancel, multiselect, select, text } from '@clack/prompts';
import type { Choice, Questions } from '../commands/terminal.js';
import { Cancelled } from '../diagnostic/failure.js';
import { printable } from '../report/printable.js';

/** Questions on standard error, so that standard output holds results alone. */
export const questions: Questions = {
  text: async (message, { fallback, check }) => {
    const answer = await text({
      message,
      output: process.stderr,
      ...(fallback === undefined ? {} : { placeholder: fallback, defaultValue: fallback }),
      validate: (typed) => (!typed && fallback !== undefined ? undefined : check(typed ?? '')),
    });
    return given(answer);
  },
  choose: async (message, choices) =>
    given(await select({ message, options: choices.map(spell), output: process.stderr })),
  chooseSome: async (message, choices) =>
    given(
      await multiselect({
        message,
        options: choices.map(spell),
        required: false,
        output: process.stderr,
      }),
    ),
};

/** What a project's file holds must not drive the terminal. */
function spell({ value, label, hint }: Choice): Choice {
  return { value, label: printable(label), ...(hint === undefined ? {} : { hint: printable(hint) }) };
}

function given<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel('Nothing was written.', { output: process.stderr });
  throw new Cancelled('Nothing was written.');
}
