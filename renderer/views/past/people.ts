import { type PastMoment, type PastReading, type PastStep, setIn } from '../../../shared/exchange/past.ts';
import { type MessageCode, catalogue } from '../../../shared/messages/catalogue.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type DataRecord } from '../../../shared/model/change.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { isSealed, versionsOf } from '../../../shared/review/gold.ts';
import { isWithdrawn, type Work, worksOn } from '../../../shared/review/work.ts';
import { personName } from '../../messages/person-name.ts';
import { type Translator } from '../../messages/translate.ts';

type Words = Pick<Translator, 't' | 'list'>;

interface Ground {
  readonly readings: readonly PastReading[];
  readonly annotators: readonly Annotator[];
  readonly me: AnnotatorId;
}

interface MomentGround extends Ground {
  readonly moment: PastMoment;
  readonly answersTo: ReadonlyMap<AnnotatorId, AnnotatorId>;
}

/** One who works on the Article: how far they were at a moment. */
export interface PersonThen {
  readonly key: string;
  readonly name: string;
  /** How many labels there were, and how far the work was, in words. */
  readonly state: string;
  /** Whether there ever were labels of theirs to be seen. */
  readonly isReading: boolean;
}

function nameOf({ annotator, role }: Pick<PastReading, 'annotator' | 'role'>, { annotators, me }: Ground, { t }: Words): string {
  if (annotator === me && role === 'work') return t('annotate.mine');
  const name = personName(annotators, annotator, { t });
  return role === 'adjudicated' ? t('annotate.gold-of', { name }) : name;
}

/** Everybody at that moment: the readings in their order, then who was given the Article and has nothing to be seen. */
export function peopleAt(ground: MomentGround, messages: Words): readonly PersonThen[] {
  const { moment, readings, annotators, answersTo } = ground;
  const { t } = messages;
  const works = worksOn({ events: moment.events, sets: moment.sets, annotators, answersTo });
  const shown = readings.map((reading): PersonThen => {
    const set = setIn(moment, reading);
    const work = reading.role === 'work' ? works.find(({ annotator }) => annotator === reading.annotator) : undefined;
    const labels = t('past.count', { n: set?.annotations.length ?? 0 });
    return { key: `${reading.role} ${reading.annotator}`, name: nameOf(reading, ground, messages), state: [labels, ...stateWords(set, work, moment, messages)].join(' · '), isReading: true };
  });
  const others = works
    .filter(({ annotator }) => !readings.some((reading) => reading.role === 'work' && reading.annotator === annotator))
    .map((work): PersonThen => ({
      key: `given ${work.annotator}`, name: work.annotator === ground.me ? t('annotate.mine') : work.name, state: stateWords(null, work, moment, messages).join(' · '), isReading: false,
    }));
  return [...shown, ...others];
}

function stateWords(set: AnnotationSet | null, work: Work | undefined, { events }: PastMoment, { t }: Words): readonly string[] {
  if (work && (work.seal !== null || isWithdrawn(work) || !set)) return [t(`work.${work.state}`), ...(work.isStale ? [t('work.stale')] : []), ...(work.isAltered ? [t('work.altered')] : [])];
  if (!set || set.role === 'suggestion') return [];
  if (set.role === 'work') return [t(`status.${set.status}`)];
  return isSealed(set, events) ? [t('adjudicate.sealed', { version: versionsOf(events, set.id).at(-1)?.version ?? 0 })] : [t('past.gold-open')];
}

/** What a step did in words, and to whose labels; the latter is empty where they are the own ones. */
export function stepWords({ name, change }: PastStep, ground: Ground, messages: Words): { readonly act: string; readonly names: string } {
  const records = [...change.added, ...change.updated.map(([, after]) => after), ...change.removed];
  const setOf = (record: DataRecord) => (record.kind === 'set' ? [record.value.id] : record.kind === 'annotation' || record.kind === 'relation' ? [record.set] : []);
  const sets = new Set(records.flatMap(setOf));
  const touched = ground.readings.filter((reading) => reading.sets.some((id) => sets.has(id)));
  const others = touched.filter(({ annotator, role }) => annotator !== ground.me || role !== 'work').map((reading) => nameOf(reading, ground, messages));
  return { act: actWords(name, touched.length > 0, messages), names: others.length === 0 ? '' : messages.list(others) };
}

function actWords(name: string, isOfLabels: boolean, { t }: Words): string {
  if (name === 'undo' || name === 'redo') return t(`keys.${name}`);
  if (`command.${name}` in catalogue) return t(`command.${name}` as MessageCode);
  return t(isOfLabels ? 'past.brought-in' : 'past.said');
}
