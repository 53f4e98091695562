import { entryNow } from '../../shared/exchange/entry-now.ts';
import { narrowed, pastStep, type PastStep, readingsOf } from '../../shared/exchange/past.ts';
import { type SetHead, type SetRole } from '../../shared/model/annotation-set.ts';
import { type DataRecord } from '../../shared/model/change.ts';
import { type Entity } from '../../shared/model/entity.ts';
import { type ArticleId, type EntityId, type EventId, type SetId } from '../../shared/model/id.ts';
import { type ReviewActKind, type ReviewEvent } from '../../shared/model/review-event.ts';
import { seenEvents, seenSets, type Viewer } from '../../shared/review/blind.ts';
import { answersTo } from '../../shared/review/work.ts';
import { eachPage, entriesPerStep, isOwn, type ProjectDatabase } from './database.ts';
import { type Past } from './project-store.ts';

/** What is said of the state of work; what people say to each other is no state. */
const statesWork: ReadonlySet<ReviewActKind> = new Set<ReviewActKind>([
  'assigned', 'submitted', 'returned', 'accepted', 'reopened', 'declined', 'skipped', 'abandoned', 'decided', 'gold-sealed', 'gold-named',
]);

/** People before what was made of their work, and that before what a machine proposes. */
const order: readonly SetRole[] = ['work', 'adjudicated', 'suggestion'];

/**
 * All that stood on an Article, step by step, as the Log of this device has it: a colleague's work as it was taken in. What the viewer may not
 * see now they do not see in the past either. There is no index by Article: every Entry is looked at, so this is for when somebody asks.
 */
export async function readPast(database: ProjectDatabase, article: ArticleId, viewer: Viewer): Promise<Past> {
  const heads = new Map<SetId, SetHead>();
  const said = new Map<EventId, ReviewEvent>();
  const entities = new Map<EntityId, Entity>();
  const all: PastStep[] = [];
  const isOnIt = (record: DataRecord): boolean => {
    switch (record.kind) {
      case 'annotation':
      case 'relation':
        return heads.has(record.set);
      case 'set':
        return heads.has(record.value.id);
      case 'event':
        return said.has(record.value.id);
      default:
        return false;
    }
  };
  await eachPage(
    database.entries,
    (rows) => {
      for (const row of rows) {
        const entry = entryNow(row);
        const { added, updated, removed } = entry.change;
        for (const record of [...removed, ...updated.map(([, after]) => after), ...added]) {
          if (record.kind === 'entity') entities.set(record.value.id, record.value);
          if (record.kind === 'set' && record.value.article === article) heads.set(record.value.id, record.value);
          if (record.kind === 'event' && record.value.article === article && statesWork.has(record.value.kind)) said.set(record.value.id, record.value);
        }
        const step = narrowed(pastStep(entry), isOnIt);
        if (step) all.push(step);
      }
    },
    entriesPerStep,
  );
  const isMine = (head: SetHead): boolean => isOwn(head, viewer.me);
  const rank = (head: SetHead): number => (isMine(head) ? -1 : order.indexOf(head.role));
  const shown = seenSets(viewer, [...heads.values()]);
  const own = new Set(shown.filter(isMine).map(({ id }) => id));
  const seen = new Set<string>([...shown, ...seenEvents(viewer, [...said.values()], own)].map(({ id }) => id));
  const isSeen = (record: DataRecord): boolean => seen.has(record.kind === 'annotation' || record.kind === 'relation' ? record.set : record.value.id);
  const steps = all.flatMap((step) => narrowed(step, isSeen) ?? []);
  return {
    steps,
    readings: readingsOf(shown.toSorted((a, b) => rank(a) - rank(b))),
    entities: steps.length === 0 ? [] : [...entities.values()],
    answersTo: answersTo(await database.events.where('kind').equals('taken-up').toArray()),
    isBlind: viewer.blind.has(article),
  };
}
