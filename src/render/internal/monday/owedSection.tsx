import { usePage } from '../../frame.js';
import { incidentAddress } from '../../link.js';
import { IncidentLink } from '../itemCell.js';
import { MessageText } from '../messageText.js';
import { groupByFile, groupByRule, placeText, type Owed } from '../owed.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { countOf, formatCount } from '../count.js';
import { Capped } from './capped.js';

/** What is owed: every diagnostic that does not block, by rule and by incident. */
export function OwedSection({ tracker }: { tracker: Tracker }) {
  const { owed } = tracker;
  const rules = groupByRule(owed);
  return (
    <section id="owed" class="tracker-section" aria-labelledby="owed-heading">
      <h2 id="owed-heading">
        Owed <span class="count">{formatCount(owed.length)}</span>
      </h2>
      {owed.length === 0 ? (
        <p class="none">
          Nothing is owed. What <code>afterword check</code> finds and what does not stop a build stands here,
          by rule and by incident, until it is mended or waived.
        </p>
      ) : (
        <>
          <p class="basis">
            {countOf(owed.length, 'finding')} of <code>afterword check</code> that stop no build, by{' '}
            {countOf(rules.length, 'rule')}.
          </p>
          <div class="owed-columns">
            <ByRule rules={rules} />
            <ByIncident owed={owed} tracker={tracker} />
          </div>
        </>
      )}
    </section>
  );
}

/** Each rule with what it found: a list that opens, as it may be long. */
function ByRule({ rules }: { rules: [string, Owed[]][] }) {
  return (
    <div class="owed-rules">
      <h3>By rule</h3>
      {rules.map(([rule, owed]) => (
        <details key={rule}>
          <summary>
            <code>{rule}</code> <span class="count">{formatCount(owed.length)}</span>{' '}
            <span class="muted">in {countOf(groupByFile(owed).length, 'file')}</span>
          </summary>
          <OwedTable caption={`What ${rule} found`} groups={[[rule, owed]]} />
        </details>
      ))}
    </div>
  );
}

function ByIncident({ owed, tracker }: { owed: readonly Owed[]; tracker: Tracker }) {
  return (
    <div class="owed-incidents">
      <h3>By incident</h3>
      <Capped things={groupByFile(owed)} most={10} rest="more incidents">
        {(files) => <IncidentCounts files={files} tracker={tracker} />}
      </Capped>
    </div>
  );
}

function IncidentCounts({ files, tracker }: { files: readonly [string, Owed[]][]; tracker: Tracker }) {
  const { link } = usePage();
  return (
    <table class="dense counts">
      <caption class="visually-hidden">What is owed, by incident</caption>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col" class="number">
            Findings
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(([path, found]) => {
          const incident = found[0]?.incident;
          return (
            <tr key={path}>
              <th scope="row" class="title">
                {incident ? <IncidentLink incident={incident} tracker={tracker} /> : <code>{path}</code>}
              </th>
              <td class="number">
                {incident ? (
                  <a href={link(`${incidentAddress(incident.id)}#owed`)}>{formatCount(found.length)}</a>
                ) : (
                  formatCount(found.length)
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface OwedTableProps {
  caption: string;
  groups: readonly [rule: string, owed: Owed[]][];
}

/** Findings in full, one group a rule: where, how bad, what and the way out. */
export function OwedTable({ caption, groups }: OwedTableProps) {
  return (
    <TableRegion label={caption}>
      <table class="dense owed-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Level</th>
            <th scope="col">Finding</th>
          </tr>
        </thead>
        {groups.map(([rule, owed]) => (
          <tbody key={rule} id={`owed-${rule}`}>
            <tr class="group">
              <th scope="rowgroup" colSpan={3}>
                <span>
                  <code>{rule}</code> <span class="count">{formatCount(owed.length)}</span>
                </span>
              </th>
            </tr>
            {owed.map((one) => (
              <OwedRow key={`${placeText(one.diagnostic)} ${one.diagnostic.message}`} owed={one} />
            ))}
          </tbody>
        ))}
      </table>
    </TableRegion>
  );
}

function OwedRow({ owed: { diagnostic, incident } }: { owed: Owed }) {
  const { link } = usePage();
  const place = <code class="place">{placeText(diagnostic)}</code>;
  return (
    <tr>
      <td>{incident ? <a href={link(incidentAddress(incident.id))}>{place}</a> : place}</td>
      <td>{diagnostic.level}</td>
      <td class="title">
        <MessageText text={`${diagnostic.message}.`} />
        {diagnostic.hint !== undefined && (
          <span class="muted">
            {' '}
            <MessageText text={diagnostic.hint} />
          </span>
        )}
      </td>
    </tr>
  );
}
