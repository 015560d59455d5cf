import type { PublicCause, PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { AuthorWords, BlockText, InlineParagraph, InlineText } from '../text.js';
import { isSafeUrl } from '../../parse/safeUrl.js';
import { DayTime } from '../component/time.js';
import { CategoryLink } from './filterLink.js';

/** The causes, each with what part it played in the margin. */
export function Causes({ causes }: { causes: readonly PublicCause[] }) {
  const { wording } = usePage();
  return (
    <ol class="margin-list">
      {causes.map((cause, index) => (
        <li key={cause.id} id={`cause-${cause.id}`}>
          <p class="margin-note">
            {causes[index - 1]?.kind !== cause.kind && (
              <span class="label">
                {wording.incident.causes[cause.kind]}
                <span class="visually-hidden">: </span>
              </span>
            )}
            <span class="quiet">
              {cause.category !== undefined && (
                <>
                  <CategoryLink category={cause.category} kind={cause.kind} />
                  {', '}
                </>
              )}
              {cause.id}
            </span>
          </p>
          <InlineParagraph text={cause.text} />
        </li>
      ))}
    </ol>
  );
}

/** With whom it began, where that was outside. */
export function Provider({ provider }: { provider: NonNullable<PublicIncident['provider']> }) {
  const { wording } = usePage();
  const name = <AuthorWords>{provider.name}</AuthorWords>;
  return (
    <p>
      <span class="label">{wording.incident.provider}</span>{' '}
      {provider.url !== undefined && isSafeUrl(provider.url) ? <a href={provider.url}>{name}</a> : name}
    </p>
  );
}

export function Numbers({ numbers }: { numbers: NonNullable<PublicIncident['numbers']> }) {
  const { author } = usePage();
  return (
    <dl class="numbers">
      {numbers.map(({ label, value }) => (
        <div key={label}>
          <dt {...author}>{label}</dt>
          <dd {...author}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Readers' questions and the answers, in the order they were asked. */
export function Questions({ questions }: { questions: NonNullable<PublicIncident['questions']> }) {
  const { author, wording } = usePage();
  // An entry without a question answers the one before.
  const isOpen = (index: number): boolean =>
    questions[index]?.answer === undefined &&
    (questions[index + 1] === undefined || questions[index + 1]?.question !== undefined);
  return (
    <ol class="margin-list questions">
      {questions.map(({ date, question, answer }, index) => (
        <li key={index}>
          <p class="margin-note">{date !== undefined && <DayTime day={date} />}</p>
          <div>
            {question !== undefined && (
              <p class="question" {...author}>
                <InlineText text={question} />
              </p>
            )}
            {isOpen(index) && <p class="quiet">{wording.incident.notAnswered}</p>}
            {answer !== undefined && (
              <BlockText text={answer} setting={{ top: 3, prefix: `answer-${index + 1}-` }} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was changed in the text after it was published. */
export function Corrections({ corrections }: { corrections: PublicIncident['corrections'] }) {
  return (
    <ol class="margin-list">
      {corrections.map(({ date, text }, index) => (
        <li key={index}>
          <p class="margin-note">
            <DayTime day={date} />
          </p>
          <InlineParagraph text={text} />
        </li>
      ))}
    </ol>
  );
}
