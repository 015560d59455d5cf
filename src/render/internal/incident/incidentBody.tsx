import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Pictures } from '../../../judge/pictureFile.js';
import type { Incident } from '../../../model/incident.js';
import { parseBody, type Document } from '../../../parse/document.js';
import { createSlugs } from '../../../parse/headingSlug.js';
import { usePage } from '../../frame.js';
import { headingId } from '../../textHeading.js';
import { renderTree, type Setting } from '../../textTree.js';
import { findShownPicture } from '../picture.js';
import { entryStanding, type Exposure, type Standing } from '../standing.js';
import { StandingMark } from '../standingMark.js';

/** A stretch of a body with one answer to who sees it: a section, or what stands outside of all. */
interface Stretch {
  /** Undefined outside of the sections. */
  heading: string | undefined;
  nodes: RootContent[];
  standing: Standing;
}

/** The whole body, section by section, each with who sees it. */
export function IncidentBody({
  incident,
  document,
  exposure,
  pictures,
}: {
  incident: Incident;
  document: Document | undefined;
  exposure: Exposure;
  pictures: Pictures;
}) {
  if (!document?.hasBody) return <p class="none">The body cannot be shown.</p>;
  const tree = parseBody(document);
  const stretches = createStretches(incident, tree, exposure);
  if (stretches.length === 0) {
    return (
      <p class="none">
        The file has no body yet. What is written below its front matter will stand here, section by section.
      </p>
    );
  }
  const definitions = findDefinitions(tree);
  // Sections are written one by one, and their headings in the order of the file.
  const nameHeading = createSlugs();
  return (
    <>
      {stretches.map((stretch, index) => {
        const id = stretch.heading === undefined ? 'outside' : headingId(nameHeading(stretch.heading));
        return (
          <BodyStretch
            key={index}
            id={id}
            stretch={stretch}
            definitions={definitions}
            prefix={`part-${index + 1}-`}
            nameHeading={nameHeading}
            findPicture={(url) => findShownPicture(url, document, pictures)}
          />
        );
      })}
    </>
  );
}

interface BodyStretchProps extends Required<Pick<Setting, 'prefix' | 'findPicture' | 'nameHeading'>> {
  id: string;
  stretch: Stretch;
  definitions: readonly RootContent[];
}

function BodyStretch({ id, stretch, definitions, ...setting }: BodyStretchProps) {
  const { heading, nodes, standing } = stretch;
  // The tree is shared, and writing it changes it.
  const tree = structuredClone<Root>({ type: 'root', children: [...nodes, ...definitions] });
  const html = renderTree(tree, usePage(), { top: 4, ...setting });
  return (
    <section class={`body-section row-${standing.is}`} aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{heading ?? 'Outside of the sections'}</bdi> <StandingMark standing={standing} />
      </h3>
      <div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

/** Cuts the top of the tree where its sections begin and end. Stretches in which nothing would be seen are left out. */
function createStretches(incident: Incident, tree: Root, exposure: Exposure): Stretch[] {
  const stretches: Stretch[] = [];
  let of: unknown;
  for (const node of tree.children) {
    if (isApart(node)) continue;
    const start = node.position?.start.offset ?? 0;
    const section = incident.sections.find(({ range }) => range[0] <= start && start < range[1]);
    if (stretches.length === 0 || of !== section) {
      of = section;
      const standing = section ? exposure.section(section.heading) : entryStanding(exposure.incident, true);
      stretches.push({ heading: section?.heading, nodes: [], standing });
    }
    if (start !== section?.range[0]) stretches.at(-1)?.nodes.push(node);
  }
  return stretches;
}

/** Nodes that are nothing by themselves: the front matter, definitions, and comments, which are in no output. */
function isApart(node: RootContent): boolean {
  if (node.type === 'html') return /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value.trim());
  return node.type === 'yaml' || node.type === 'definition' || node.type === 'footnoteDefinition';
}

/** Every definition of the whole body, since any section may refer to any. */
function findDefinitions(tree: Root): RootContent[] {
  const found: RootContent[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
  });
  return found;
}
