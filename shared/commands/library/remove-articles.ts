import { headOf } from '../../model/annotation-set.ts';
import { type DataRecord, noChange } from '../../model/change.ts';
import { ok } from '../../result.ts';
import { type Command } from '../command.ts';
import { type WorksContext } from './works-context.ts';

/** Articles go with everybody's work on them and with what was said of it. Whom the work named stays known. */
export const removeArticles: Command<WorksContext, object> = ({ articles, sets, events }) =>
  ok({
    ...noChange,
    removed: [
      ...events.map((value): DataRecord => ({ kind: 'event', value })),
      ...sets.flatMap((set): readonly DataRecord[] => [
        ...set.relations.map((value) => ({ kind: 'relation' as const, set: set.id, value })),
        ...set.annotations.map((value) => ({ kind: 'annotation' as const, set: set.id, value })),
        { kind: 'set', value: headOf(set) },
      ]),
      ...articles.map((value): DataRecord => ({ kind: 'article', value })),
    ],
  });
