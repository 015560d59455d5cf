import type { ComponentChildren } from 'preact';
import { groupByKey } from '../../../model/figures/grouping.js';
import { teamsOfIncident } from '../../../model/figures/incidentTeam.js';
import { usePage } from '../../frame.js';
import { homeAddress } from '../../link.js';
import { teamAddress } from '../address.js';
import { countOf } from '../count.js';
import { findName } from '../ownership.js';
import type { Owed } from '../owed.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import type { Waiver } from '../waiver.js';
import { InsightSection } from './insightSection.js';
import { Count, NumberHead } from './spreadTable.js';

/** What is owed, or was waived: by rule, and by the team that answers for the services. */
export function DebtSection({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const { owed, waivers, history } = tracker;
  const { settings } = history;
  const debts: Debt[] = [...owed.map((one) => ({ owed: one })), ...waivers.map((waiver) => ({ waiver }))];
  const rules = groupByKey(debts, ruleOf, []).toSorted((a, b) => b.members.length - a.members.length);
  const teams = groupByKey(
    debts,
    (debt) => {
      const incident = debt.owed?.incident ?? debt.waiver?.incident;
      return incident ? teamsOfIncident(incident, settings) : [];
    },
    settings.teams.map(({ id }) => id),
  ).toSorted(
    (a, b) =>
      Number(a.key === undefined) - Number(b.key === undefined) || b.members.length - a.members.length,
  );
  return (
    <InsightSection
      id="debt"
      heading="Owed and waived"
      method="A finding, or a waiver, stands with each team whose service its incident affected, so that the teams may have more together than there are."
    >
      {debts.length === 0 ? (
        <p class="none">
          Nothing is owed and nothing is waived. What <code>afterword check</code> finds and what stops no
          build is counted here, by rule and by team, and so is what was set aside with <code>waive</code>.
        </p>
      ) : (
        <>
          <p class="insight-answer">
            {countOf(owed.length, 'finding is', 'findings are')} owed,{' '}
            {countOf(waivers.length, 'rule is', 'rules are')} set aside.{' '}
            <a href={`${link(homeAddress)}#owed`}>Each finding with its place</a>
          </p>
          <div class="side-by-side">
            <DebtTable
              caption="By team"
              corner="Team"
              rows={teams.map(({ key, members }) => ({
                key: key ?? '',
                name:
                  key === undefined ? (
                    'No team'
                  ) : (
                    <a href={link(teamAddress(key))}>{findName(settings, key)}</a>
                  ),
                debts: members,
              }))}
            />
            <DebtTable
              caption="By rule"
              corner="Rule"
              rows={rules.map(({ key = '', members }) => ({ key, name: <code>{key}</code>, debts: members }))}
            />
          </div>
        </>
      )}
    </InsightSection>
  );
}

/** A finding or a waiver. */
type Debt = { owed: Owed; waiver?: undefined } | { owed?: undefined; waiver: Waiver };

function ruleOf({ owed, waiver }: Debt): string | undefined {
  return owed ? owed.diagnostic.rule : waiver?.waived.rule;
}

interface DebtTableProps {
  caption: string;
  corner: string;
  rows: readonly { key: string; name: ComponentChildren; debts: readonly Debt[] }[];
}

function DebtTable({ caption, corner, rows }: DebtTableProps) {
  const countErrors = (debts: readonly Debt[]): number =>
    debts.filter(({ owed }) => owed?.diagnostic.level === 'error').length;
  const hasErrors = rows.some(({ debts }) => countErrors(debts) > 0);
  return (
    <TableRegion label={caption}>
      <table class="dense counts">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            <NumberHead>Findings</NumberHead>
            {hasErrors && <NumberHead>Errors</NumberHead>}
            <NumberHead>Waived</NumberHead>
            <NumberHead>Incidents</NumberHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, debts }) => {
            const findings = debts.filter(({ owed }) => owed !== undefined).length;
            const files = debts.map(({ owed, waiver }) => owed?.diagnostic.path ?? waiver?.incident.path);
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <Count count={findings} />
                {hasErrors && <Count count={countErrors(debts)} alarming />}
                <Count count={debts.length - findings} />
                <Count count={new Set(files).size} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
