import { type Incoming, type TakeInGround } from '../exchange/bundle/take-in-ground.ts';
import { type BundleReport, planTakeIn, type TakeInPlan } from '../exchange/bundle/take-in.ts';
import { type ArticleId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { problem } from '../result.ts';
import { isStrict } from './strict.ts';

/**
 * As `planTakeIn`; and of work that came openly, though it was given out strictly blind and the round is not closed, the report says so first (`bundle-open-though-strict`, a
 * warning): its maker's Naql knows of no envelopes, and others may have read it.
 */
export function planTakingIn(ground: TakeInGround, incoming: readonly Incoming[]): TakeInPlan {
  const plan = planTakeIn(ground, incoming);
  const events = [...(ground.dataset.events ?? []), ...plan.change.added.flatMap((one) => (one.kind === 'event' ? one.value : []))];
  const enclosed = new Set(incoming.flatMap(({ bundle, isEnclosed }) => (isEnclosed ? bundle.hash : [])));
  return { ...plan, reports: plan.reports.map((report) => (enclosed.has(report.bundle.hash) ? report : toldIfStrict(report, events))) };
}

function toldIfStrict(report: BundleReport, events: readonly ReviewEvent[]): BundleReport {
  const { verdict, bundle: { name, manifest: { purpose, person, app }, entries } } = report;
  if (verdict !== 'new' || purpose !== 'submission') return report;
  // What was planted was given out as another Article, of the same round.
  const planted = new Map(events.flatMap((event) => (event.kind === 'planted' && event.article !== null ? [[event.as, event.article] as const] : [])));
  const articles = new Set<ArticleId>(entries.flatMap(({ change }) => change.added.flatMap((one) => (one.kind === 'set' ? (planted.get(one.value.article) ?? one.value.article) : []))));
  if (!isStrict(events, articles, person.id)) return report;
  return { ...report, problems: [problem('bundle-open-though-strict', { file: name }, { person: person.name, app }, 'warning'), ...report.problems] };
}
