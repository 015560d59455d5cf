import type { PeriodFigures, ServiceFigures } from '../../audience/figures/periodFigures.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { serviceAddress } from '../link.js';
import { FigureCells } from './monthTable.js';
import { namePeriod } from './reportOpening.js';
import { findFigures } from './siteFigures.js';
import { FigureTable } from './figureTable.js';
import { AuthorWords } from '../text.js';

/** Whether anything is published of a service in a period. */
export function isTouched({ availability, tally }: ServiceFigures): boolean {
  return (
    tally.incidents.length > 0 ||
    (availability !== undefined &&
      availability.incidents.length + availability.uncounted.length + availability.aside.length > 0)
  );
}

/** Downtime and availability of each service that was affected; the others are counted in a sentence. */
export function ReportServices({ figures, history }: { figures: PeriodFigures; history: PublicHistory }) {
  const { wording } = usePage();
  const { report, figure } = wording;
  const touched = figures.services.filter(isTouched);
  const rest = figures.services.filter((one) => !isTouched(one) && one.availability !== undefined).length;
  if (touched.length + rest === 0) return null;
  return (
    <section class="report-services" aria-labelledby="services">
      <h2 id="services">{report.servicesTitle}</h2>
      {touched.length > 0 && (
        <FigureTable
          caption={report.servicesCaption(namePeriod(figures.period.name, wording))}
          corner={figure.service}
        >
          {touched.map((one) => (
            <ServiceRow key={one.service.id} figures={one} first={figures.period.first} history={history} />
          ))}
        </FigureTable>
      )}
      {rest > 0 && <p class="basis">{report.untouched(rest, touched.length === 0)}</p>}
    </section>
  );
}

function ServiceRow(props: { figures: ServiceFigures; first: string; history: PublicHistory }) {
  const { figures, first, history } = props;
  const { service, availability } = figures;
  const { wording, link } = usePage();
  const { since = '' } =
    findFigures(history).records.find((record) => record.service.id === service.id) ?? {};
  return (
    <tr>
      <th scope="row">
        <a href={link(serviceAddress(service.id))}>
          <AuthorWords>{service.name}</AuthorWords>
        </a>
      </th>
      {availability === undefined ? (
        <td colSpan={3} class="quiet">
          {wording.figure.noFigure}
        </td>
      ) : (
        <FigureCells figures={availability} history={history} since={since > first ? since : undefined} />
      )}
    </tr>
  );
}
