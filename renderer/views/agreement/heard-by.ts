import { type AgreementReport } from '../../../shared/agreement/report.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { leads, type Roles, settles } from '../../../shared/review/offices.ts';

/**
 * What of a report is for whoever looks. How somebody's work stands up to gold, and to what they marked before, is between them and whoever leads; and
 * whom the team list calls an annotator hears nothing of how colleagues agree.
 */
export function heardBy(report: AgreementReport, me: AnnotatorId, roles: Roles): AgreementReport {
  if (leads(roles, me)) return report;
  const isOwn = ({ person }: { readonly person: string }): boolean => person === me;
  const own = { ...report, quality: report.quality.filter(isOwn), selves: report.selves.filter(isOwn) };
  return settles(roles, me) ? own : {
    ...own, people: report.people.filter(({ annotator }) => annotator === me), compared: [], articles: 0, scores: [], pairs: [], cells: [], trend: { weeks: [], undated: 0 },
  };
}

/** Is there anything to show? */
export const isHeard = ({ articles, quality, selves }: AgreementReport): boolean => articles > 0 || quality.length > 0 || selves.length > 0;
