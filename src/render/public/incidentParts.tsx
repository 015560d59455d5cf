import type { PublicCause, PublicIncident } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { isUnknownSpan } from '../../time/span.js';
import { usePage } from '../frame.js';
import { incidentAddress } from '../link.js';
import { BlockText, InlineParagraph, InlineText } from '../text.js';
import { isSafeUrl } from '../../parse/safeUrl.js';
import { capitalize } from '../words.js';
import { DayTime, Time } from '../component/time.js';
import { describeEnd } from '../component/whenWords.js';

const causeWords: Readonly<Record<PublicCause['kind'], string>> = {
  trigger: 'What set it off',
  root: 'What lay beneath',
  contributing: 'What made it worse',
  mitigating: 'What kept it smaller',
};

/** The causes, each with what part it played in the margin. */
export function Causes({ causes }: { causes: readonly PublicCause[] }) {
  return (
    <ol class="margin-list">
      {causes.map((cause, index) => (
        <li key={cause.id} id={`cause-${cause.id}`}>
          <p class="margin-note">
            {causes[index - 1]?.kind !== cause.kind && (
              <span class="label">
                {causeWords[cause.kind]}
                <span class="visually-hidden">: </span>
              </span>
            )}
            <span class="quiet">
              {[cause.category === undefined ? undefined : capitalize(cause.category), cause.id]
                .filter(Boolean)
                .join(', ')}
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
  const name = <bdi>{provider.name}</bdi>;
  return (
    <p>
      <span class="label">Provider</span>{' '}
      {provider.url !== undefined && isSafeUrl(provider.url) ? <a href={provider.url}>{name}</a> : name}
    </p>
  );
}

export function Numbers({ numbers }: { numbers: NonNullable<PublicIncident['numbers']> }) {
  return (
    <dl class="numbers">
      {numbers.map(({ label, value }) => (
        <div key={label}>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const detectors: Readonly<Record<string, string>> = {
  monitoring: 'Monitoring noticed it',
  staff: 'Somebody on the staff noticed it',
  customer: 'A customer noticed it',
  provider: 'A provider noticed it',
  outsider: 'Somebody from outside noticed it',
};

/** Who noticed, when, and how long after it began. */
export function Detection({ detection }: { detection: NonNullable<PublicIncident['detection']> }) {
  const { detected, by, note, delay } = detection;
  const who = (by !== undefined && detectors[by]) || 'It was noticed';
  // Where it may have been noticed at once, how long it took is no figure.
  const isDelayKnown = delay !== undefined && !isUnknownSpan(delay) && (delay.min ?? 0) > 0;
  return (
    <>
      {(detected !== undefined || by !== undefined) && (
        <p>
          {who}
          {detected !== undefined && (
            <>
              {': '}
              <Time when={detected} text={describeEnd(detected)} />
            </>
          )}
          {isDelayKnown && `, ${describeSpan(delay)} after it began`}.
        </p>
      )}
      {note !== undefined && <InlineParagraph text={note} />}
    </>
  );
}

/** Readers' questions and the answers, in the order they were asked. */
export function Questions({ questions }: { questions: NonNullable<PublicIncident['questions']> }) {
  return (
    <ol class="margin-list questions">
      {questions.map(({ date, question, answer }, index) => (
        <li key={index}>
          <p class="margin-note">{date !== undefined && <DayTime day={date} />}</p>
          <div>
            {question !== undefined && (
              <p class="question" dir="auto">
                <InlineText text={question} />
              </p>
            )}
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

type How = NonNullable<PublicIncident['related']>[number]['how'];

const relationWords: Readonly<Record<How, string>> = {
  'recurrence-of': 'This was a recurrence of',
  'recurred-as': 'It happened again as',
  'same-cause': 'The same cause was behind',
  'caused-by': 'It was caused by',
  caused: 'It caused',
  follows: 'It followed',
  'followed-by': 'It was followed by',
};

export function Related({ related }: { related: NonNullable<PublicIncident['related']> }) {
  const { link } = usePage();
  return (
    <ul class="margin-list">
      {related.map(({ how, incident }) => (
        <li key={`${how} ${incident.id}`}>
          <p class="margin-note">{relationWords[how]}</p>
          <p>
            <a href={link(incidentAddress(incident.id))}>
              <bdi>{incident.title}</bdi>
            </a>
            {incident.year !== undefined && (
              <span class="quiet">
                , <Time when={incident.started} />
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
