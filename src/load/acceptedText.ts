const ending = '.public.txt';

/** Where the accepted words of an incident stand: exactly what customers read of it, as a reviewer saw it. */
export function acceptedPath(incidentPath: string): string {
  return incidentPath.replace(/\.md$/, ending);
}

/** Whether a file below `incidents` holds accepted words. */
export function isAcceptedText(path: string): boolean {
  return path.endsWith(ending);
}

/** The command that accepts what customers read of an incident, as a shell takes it. */
export function publishCommand(incidentPath: string): string {
  return `afterword publish ${shellWord(incidentPath)}`;
}

/** The command that shows it. */
export function previewCommand(incidentPath: string): string {
  return `afterword preview ${shellWord(incidentPath)}`;
}

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
