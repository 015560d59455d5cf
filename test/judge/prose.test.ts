import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../workspace.js';

/*
 * Blameless prose: what is said of people, and what only looks like it. Every line below is a paragraph of one body.
 */

const prose = new Set(['blame-verb', 'counterfactual', 'normative-word', 'hindsight', 'distancing']);

const frontMatter = `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: The disk of the order database was full.
impact:
  - service: checkout
    level: outage
`;

/** For each paragraph what is found in it: `rule: the words that are meant`. */
async function judgeParagraphs(paragraphs: readonly string[], more = ''): Promise<string[][]> {
  const { file, understand } = createWorkspace();
  const head = `${frontMatter}${more}---\n\n`;
  const text = head + paragraphs.join('\n\n') + '\n';
  file('incidents/2026-03-14-checkout-down.md', text);
  const { diagnostics } = await understand();
  let start = head.length;
  return paragraphs.map((paragraph) => {
    const end = start + paragraph.length;
    const found = diagnostics.flatMap(({ rule, place }) =>
      prose.has(rule) && place && place.start.offset >= start && place.end.offset <= end
        ? [`${rule}: ${text.slice(place.start.offset, place.end.offset).replace(/\s+/g, ' ')}`]
        : [],
    );
    start = end + 2;
    return found;
  });
}

/** Each paragraph, and what is found in it. */
const told: Record<string, string> = {
  // A verb that blames, with a person as its subject.
  'The on-call engineer failed to notice the alert.': 'blame-verb: on-call engineer failed to notice',
  'This is not the first time that on-call failed to react in time.': 'blame-verb: on-call failed to react',
  'The operator had failed to properly verify the switch.':
    'blame-verb: operator had failed to properly verify',
  'The network team did not follow the runbook.': 'blame-verb: team did not follow',
  'One of our senior engineers forgot\nto renew the certificate.': 'blame-verb: engineers forgot to',
  'The engineer who made the change neglected to tell anyone.':
    'blame-verb: engineer who made the change neglected to',
  'The technician, tired by then, overlooked a cable.': 'blame-verb: technician, tired by then, overlooked',
  'Every alert rang, but the engineers in the next building ignored the pager.':
    'blame-verb: engineers in the next building ignored the',
  'At 14:05 the developer restarted the node but forgot to drain it.':
    'blame-verb: developer restarted the node but forgot to',
  'The alert was overlooked by the on-call engineer.': 'blame-verb: overlooked by the on-call engineer',
  'The cause was an operator’s mistake.': 'blame-verb: operator’s mistake',
  'It came from an error made by one of our operators.': 'blame-verb: error made by one of our operators',
  'She made a serious mistake.': 'blame-verb: She made a serious mistake',
  'The reviewers missed the change of the default.': 'blame-verb: reviewers missed the',
  'The engineer **failed to** _check_ the disk.': 'blame-verb: engineer **failed to** _check',
  'Kim Doe forgot to silence the alert.': 'blame-verb: Kim Doe forgot to',
  'Later Kim ignored the warning.': 'blame-verb: Kim ignored the',
  'On 3 May the engineer forgets to close the valve.': 'blame-verb: engineer forgets to',
  '| when | what |\n| --- | --- |\n| 09:05 | The intern forgot to log out. |': 'blame-verb: intern forgot to',
  'It came about due to the engineer’s mistake.': 'blame-verb: engineer’s mistake',
  'The change had gone out because of a contractor’s failure to read the plan.':
    'blame-verb: contractor’s failure to',
  'It was the fault of the network engineer.': 'blame-verb: fault of the network engineer',
  'The night shift’s technician is to blame.': 'blame-verb: technician is to blame',
  'Nobody bothered to restore the backup.': 'blame-verb: Nobody bothered',
  'The operators were not paying attention.': 'blame-verb: operators were not paying attention',
  'The technician had not followed the checklist.': 'blame-verb: technician had not followed',
  'The contractor did not ensure that the valve was open.': 'blame-verb: contractor did not ensure',
  'The team did not follow the plan, so the second site was down as well.': 'blame-verb: team did not follow',
  'An engineer fat-fingered a prefix.': 'blame-verb: engineer fat-fingered',
  'The developer did not test the migration.': 'blame-verb: developer did not test',
  'The contractor did not inform the control room.': 'blame-verb: contractor did not inform',
  'At noon the operator applied the patch without testing it.':
    'blame-verb: operator applied the patch without testing',
  'The technician pulled the cable without asking the control room.':
    'blame-verb: technician pulled the cable without asking',
  'The engineer ignored the pager, as the log shows.': 'blame-verb: engineer ignored the',
  'Once back at the desk, the operator forgets to close the valve.': 'blame-verb: operator forgets to',

  // An error of somebody, named as all there is to say.
  'The cause of the spill was human error.': 'blame-verb: cause of the spill was human error',
  'The route was withdrawn due to a simple human error.': 'blame-verb: due to a simple human error',
  'Operator error. The wrong pump was stopped.': 'blame-verb: Operator error',
  'Human error during the move of a rack led to the loss of both feeds.': 'blame-verb: Human error',

  // What a person should have done.
  'The engineer failed to drain the host.': 'blame-verb: engineer failed to drain',
  'The SRE never checked the disk.': 'blame-verb: SRE never checked',
  'The technician did not renew the certificate.': 'blame-verb: technician did not renew',
  'It was a careless mistake.': 'normative-word: careless',
  'The engineer was very inattentive.': 'normative-word: engineer was very inattentive',
  'The engineer on call should have noticed the alert.':
    'counterfactual: engineer on call should have noticed',
  'The engineer should have checked the disk.': 'counterfactual: engineer should have checked',
  'The operators on duty should really have known better.':
    'counterfactual: operators on duty should really have known',
  'Someone should have looked into that.': 'counterfactual: Someone should have looked',
  'The reviewer should’ve read the plan.': 'counterfactual: reviewer should’ve read',
  'The on-call engineer ought to have escalated.': 'counterfactual: on-call engineer ought to have escalated',
  'The operator should not have restarted it.': 'counterfactual: operator should not have restarted',
  'The engineer should have been more careful.': 'counterfactual: engineer should have been more careful',
  'The engineer could easily have noticed it.': 'counterfactual: engineer could easily have noticed',
  'If the engineer had checked the staging host, nothing would have happened.':
    'counterfactual: If the engineer had checked',
  'Had the developer tested it, we would have known.': 'counterfactual: Had the developer tested',

  // Verdicts.
  'The disk was carelessly replaced.': 'normative-word: carelessly',
  'It was plain negligence.': 'normative-word: negligence',
  'There was a lack of attention to detail.': 'normative-word: lack of attention',
  'Engineers must be more careful.': 'normative-word: Engineers must be more careful',
  'It showed a blatant disregard for the procedure.': 'normative-word: blatant disregard for',

  // Hindsight and distance.
  'We should have known that it was full.': 'hindsight: We should have known',
  'It should have been obvious by then.': 'hindsight: should have been obvious',
  'We obviously had forgotten this part.': 'hindsight: obviously',
  'In hindsight, the disk was too small.': 'hindsight: In hindsight',
  'With the benefit of hindsight, we had enough to go by.': 'hindsight: With the benefit of hindsight',
  'Looking back, the chart should have told us.': 'hindsight: Looking back',
  'Mistakes were made.': 'distancing: Mistakes were made',
  'The renewal fell through the cracks.': 'distancing: fell through the cracks',
  'Lessons have been learned.': 'distancing: Lessons have been learned',
};

/** What only looks like it. */
const innocent = [
  // Machines, of which most of what fails is said.
  'The primary failed to notice that its replica was gone.',
  'The health checker did not follow the redirect.',
  'The machine config operator failed to apply the update.',
  'The Admin failed to update its own cache.',
  'The pod that the engineer restarted forgot to register.',
  'The script written by an engineer failed to check the disk.',
  'A commit by one of our developers neglected to update the schema.',
  'The developer console failed to read the file.',
  'feature_engineer failed to follow the redirect.',
  'The team’s error budget was spent.',
  'The alert was ignored by the scheduler.',
  // Customers, attackers, and those who apologise.
  'Users failed to follow the link, and customers did not read the page.',
  'We failed to notice the alert, and I forgot to renew the certificate.',
  'Our team failed to check the backup.',
  'I (as the engineer who made the mistake) apologise.',
  // Who tries and cannot; who could not know; what was done without a verdict.
  'The engineers failed to restore the replica before noon.',
  'The on-call engineer did not receive the page.',
  'The on-call engineer did not know that the flag existed.',
  'The engineer did not check the disk because the dashboard was green.',
  'The on-call engineer missed the page, which is no wonder, since it went\nto a phone that was switched off.',
  'An engineer accidentally deleted the wrong directory.',
  'Nobody noticed for two days.',
  'The engineer ignored this alert, as the runbook asks.',
  'The alert was ignored by engineers for a month, because it rang every night.',
  'An engineer forgot to copy the file, since the manual named seven hosts of eight.',
  'The engineer did not think that the flag was in use.',
  'The team did not consider this an incident before noon.',
  'The team failed to understand why the chart was flat.',
  'The engineer’s mistake was easy to make: the two buttons are alike.',
  'The engineer made a mistake that anybody could have made.',
  'The operator should have seen a warning at this point.',
  'The operator should have closed the valve, but the panel showed it closed.',
  'If the engineer had not noticed the chart, it would have been two days.',
  'A guard now catches an engineer’s mistake before it is applied.',
  'One engineer’s mistake should not take a region down.',
  'The admin’s failure to log in was caused by the outage.',
  'The engineers had not followed the link.',
  'The team did not validate this guess at first.',
  'The alert was ignored by the team’s paging tool.',
  'Neither the engineer nor the tool was to blame.',
  // Organisations, tests and things that are called after people.
  'The operator of the exchange failed to inform its members.',
  'The mobile operator forgot to renew a certificate.',
  'The red team failed to notify the blue one.',
  'The error of the operator console was not kept.',
  'The Postgres operator failed to take a backup.',
  // What is said of oneself, of what nobody has done, and of things.
  'We had become complacent, and our own carelessness made it worse.',
  'An irresponsible retry policy was in place, and the stupid default was kept.',
  'The query was sloppy.',
  'The admin failed to restore the backup.',
  'The engineer was never called, and the job never checked the disk.',
  'I was careless, and it was foolish of us.',
  'It would be foolish to rely on that again.',
  'One is easily lulled into complacency by a green chart.',
  'The timeout was stupidly long, and the write needs a sloppy quorum.',
  'There was a lack of attention to the night in the design of the schedule.',
  // What is denied, supposed or asked.
  'No engineer forgot to drain a node.',
  'An alert rings if an engineer forgets to close the valve.',
  'It rings when somebody forgets to close the valve.',
  'Whether the operator forgot to close it is not known.',
  'This is not because the engineer ignored the alert.',
  'Rather than that the engineer should have checked, we ask what the screen showed.',
  'It was not caused by carelessness.',
  'So the engineer should have checked the disk?',
  'None of these three were caused by negligence.',
  // What others said, and code.
  'The customer wrote: “Your engineer should have noticed, this is negligence.”',
  'The ticket said "the engineer forgot to renew it".',
  "The ticket said 'the engineer didn’t bother', no more.",
  '> The engineer failed to notice the alert.',
  'The log says `the operator forgot to close it`.',
  '```\nthe operator should have checked\n```',
  // Of what a system owes to people, and of what people could do.
  'The on-call engineer should have been paged.',
  'The engineers should have received a page.',
  'Engineers should have access to the console.',
  'The team should have read access.',
  'Any employee could have read the file.',
  'The runbook is executed as if the engineer had read it.',
  'Every engineer should have completed the course by June.',
  // Human error that is denied, looked behind, confessed or only possible.
  'It was not due to human error.',
  'It was put down to human error at first, but both valves bore the same label.',
  'The route was withdrawn due to human error on our part.',
  'A renewal by hand can fail due to human error.',
  'This reduces the risk of an outage caused by human error.',
  'The spill was caused by human error, made likely by two switches that look alike.',
  'The human error rate of this task is known.',
  // What was done as agreed, or could not be otherwise.
  'The operator applied the patch without testing it, since the test rig was down.',
  'The engineer ran the script without checking the host, as agreed.',
  'The operator did not check the seal, per the manual.',
  'As the runbook says, the engineer ignored the alert.',
  'The developer can deploy without asking anyone.',
  'The team moved the database without informing any users.',
  'Any pause the operator did not follow with a start leaves the pump idle.',
  'The team failed to qualify for the final.',
  // Who it would have been, rather than what they should have done.
  'The people who could have noticed were asleep.',
  'The engineer who should have reviewed it was on leave.',
  'I set it to a day, out of laziness.',
  'Looking back at the logs, the disk was full at noon.',
  // Other words.
  'The cause was not obvious, and obviously no time is good for this.',
  'We should have more disks.',
  'No mistakes were made by the importer.',
  'The read is lazy, and the judgement of the court is pending.',
];

describe('blameless prose', () => {
  it('finds what is said of people, each at its words', async () => {
    const found = await judgeParagraphs(Object.keys(told));
    expect(Object.fromEntries(Object.keys(told).map((one, index) => [one, found[index]?.join(' ')]))).toEqual(
      told,
    );
  });

  it('leaves alone what only looks like it', async () => {
    const found = await judgeParagraphs(innocent);
    expect(innocent.flatMap((one, index) => (found[index]?.length ? [[one, found[index]]] : []))).toEqual([]);
  });

  it('takes an operator for a program where the file is about Kubernetes', async () => {
    const blamed = 'The operator forgot to close the valve.';
    expect(await judgeParagraphs([blamed])).toEqual([['blame-verb: operator forgot to']]);
    expect(await judgeParagraphs([blamed, 'The pods of the Kubernetes cluster restarted.'])).toEqual([
      [],
      [],
    ]);
  });

  it('reads the front matter, but neither what was said to customers nor what they asked', async () => {
    const { file, understand } = createWorkspace();
    const blame = 'The engineer forgot to renew it.';
    file(
      'incidents/2026-03-14-checkout-down.md',
      `${frontMatter}causes:
  - id: C1
    kind: root
    text: ${blame}
timeline:
  - text: ${blame}
updates:
  - at: 2026-03-14 10:00
    state: resolved
    text: ${blame}
questions:
  - date: 2026-03-20
    question: ${blame}
    answer: ${blame}
---
`,
    );
    const { diagnostics } = await understand();
    const found = diagnostics.filter(({ rule }) => rule === 'blame-verb');
    const lines = found.map(({ place }) => place?.start.line);
    expect(lines).toEqual([14, 16, 24]);
  });

  it('leaves remediation items to the rules about them', async () => {
    const { file, check } = createWorkspace();
    file(
      'incidents/2026-03-14-checkout-down.md',
      `${frontMatter}remediation:
  - id: R1
    title: Engineers must be more careful
    type: process
    done_when: All engineers should have completed the course.
---
`,
    );
    const found = await check();
    expect(found.filter((line) => /normative-word|counterfactual/.test(line))).toEqual([]);
  });

  it('reads sentences without end in a moment', async () => {
    const long = [
      'the engineer who is on the team of the engineer '.repeat(300),
      '"the engineer should have '.repeat(300),
      'had the if the engineer not '.repeat(300),
      'the operator and the operator did not check '.repeat(300),
    ].map((text) => `${text}. The engineer forgot to close it.`);
    const started = performance.now();
    const found = await judgeParagraphs(long);
    expect(performance.now() - started).toBeLessThan(4000);
    expect(found.map((one) => one.at(-1))).toEqual([
      'blame-verb: engineer forgot to',
      'blame-verb: engineer forgot to',
      'blame-verb: engineer forgot to',
      'blame-verb: engineer forgot to',
    ]);
  });
});
