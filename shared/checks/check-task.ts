import { type Article } from '../model/article.ts';
import { type Entity } from '../model/entity.ts';
import { type Schema } from '../model/schema.ts';
import { type Finding } from './finding.ts';
import { isApplicable } from './rule.ts';
import { rules } from './rules.ts';
import { type SetContents, taskOf } from './task.ts';

/** Every rule of the task that the set does not keep: errors first, then in reading order of what is to be mended. */
export function checkTask(article: Article, set: SetContents, entities: readonly Entity[], schema: Schema): readonly Finding[] {
  const task = taskOf(article, set, entities, schema);
  const place = new Map(set.annotations.map(({ id }, index) => [id, index]));
  const placeOf = ({ annotations: [first] }: Finding): number => (first === undefined ? -1 : (place.get(first) ?? -1));
  const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);
  return rules
    .filter(({ needs }) => isApplicable(schema, needs))
    .flatMap(({ find }) => find(task))
    .sort((a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b));
}
