import { usePage } from '../frame.js';
import { AuthorWords } from '../text.js';

/** What a mark needs to know of a severity: `rank` counts from 1, the worst. */
export interface MarkedSeverity {
  rank: number;
  label: string;
  major: boolean;
}

export type SeverityShape = 'filled' | 'half' | 'outlined';

/** Three steps that differ in shape as much as in colour: filled is major, outlined the lightest, half what is between. */
export function severityShape(severity: Omit<MarkedSeverity, 'label'>, count: number): SeverityShape {
  if (severity.major) return 'filled';
  return severity.rank >= count ? 'outlined' : 'half';
}

/** The square of a severity and its label beside it. A page may have hundreds: their colours and strokes are the style sheet's. */
export function SeverityMark({ severity }: { severity: MarkedSeverity | undefined }) {
  const { frame } = usePage();
  if (severity === undefined) return null;
  const shape = severityShape(severity, frame.severityCount);
  return (
    <span class={`severity severity-${shape}`}>
      <svg class="mark" viewBox="0 0 11 11" aria-hidden="true">
        <path d="M.75.75h9.5v9.5H.75z" />
        {shape === 'half' && <path class="mark-inside" d="M.75 10.25V.75h9.5z" />}
      </svg>
      <AuthorWords>{severity.label}</AuthorWords>
    </span>
  );
}

/** The square alone, with its upper left corner at the origin, for use inside a drawing. */
export function SeveritySquare({ shape, size }: { shape: SeverityShape; size: number }) {
  const inner = size - 1.5;
  return (
    <>
      <rect
        x="0.75"
        y="0.75"
        width={inner}
        height={inner}
        fill={shape === 'filled' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.5"
      />
      {shape === 'half' && (
        <path d={`M0.75 ${size - 0.75}V0.75L${size - 0.75} ${size - 0.75}Z`} fill="currentColor" />
      )}
    </>
  );
}
