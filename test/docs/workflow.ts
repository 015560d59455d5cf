import { parse } from 'yaml';

/** Steps, jobs and the like of a file in YAML: keys with values of any kind. */
export type Keys = Record<string, unknown>;
type Job = Keys & { steps: Keys[] };
type Workflow = Keys & { jobs: Record<string, Job> };

/**
 * What is wrong with a workflow for GitHub: keys that GitHub does not know, steps that hand anything but the public site to
 * somebody, secrets, rights of a fork, and what a pull request says in a script.
 */
export function findWorkflowFaults(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const faults: string[] = [];
  const know = (keys: object, known: string, where: string): void => {
    for (const key of Object.keys(keys))
      if (!known.split(' ').includes(key)) faults.push(`${where} has ${key}`);
  };
  know(workflow, 'name on permissions concurrency jobs', 'the workflow');
  know(workflow['on'] as Keys, 'pull_request push schedule workflow_dispatch', 'on');
  if (JSON.stringify(workflow['permissions']) !== '{"contents":"read"}') faults.push('permissions are wide');
  if (/secrets\.|pull_request_target|continue-on-error|\|\| true/.test(text)) faults.push('a secret, or what hides a failure');
  for (const [name, job] of Object.entries(workflow.jobs)) {
    know(job, 'runs-on needs if permissions environment steps timeout-minutes', name);
    const isOwn = String(job['runs-on']).includes('vars.AFTERWORD_INTERNAL_RUNNER');
    for (const step of job.steps) {
      know(step, 'id name if uses with run env', name);
      const { uses, run, with: given = {} } = step as { uses?: string; run?: string; with?: Keys };
      if ((uses === undefined) === (run === undefined)) faults.push(`${name}: a step neither uses nor runs`);
      if (uses !== undefined && !uses.startsWith('./') && !/@v\\d+|@v\d+/.test(uses)) faults.push(`${name}: ${uses} is not pinned`);
      // Whatever a step is given that names the built sites names the public one alone.
      for (const value of Object.values(given))
        if (/(?:^|[\s/])out(?:[\s/]|$)/.test(String(value)) && !/^(?:[\w.-]+\/)*out\/public$/.test(String(value)))
          faults.push(`${name}: ${String(uses)} is given ${String(value)}`);
      if (uses?.includes('upload') && !/^(?:[\w.-]+\/)*out\/public$/.test(String(given['path'])))
        faults.push(`${name}: ${uses} uploads ${String(given['path'])}`);
      if (run?.includes('${{')) faults.push(`${name}: a script holds an expression`);
      // Only a runner of one's own, asked for by name, ever touches the internal site.
      if (/\bout\b/.test(run ?? '') && !isOwn) faults.push(`${name}: a script touches out`);
      if (!isOwn && given['build'] === 'both') faults.push(`${name}: builds the internal site`);
    }
    if (isOwn && !String(job['if']).includes("vars.AFTERWORD_INTERNAL_RUNNER != ''")) faults.push(`${name} runs unasked`);
    if (name !== 'check' && job['needs'] === undefined && !/github\.event_name != 'pull_request' && github\.ref == 'refs\/heads\//.test(String(job['if'])))
      faults.push(`${name} runs for pull requests`);
  }
  return faults;
} // prettier-ignore
