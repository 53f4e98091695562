import { type Article } from '../model/article.ts';
import { type Entity } from '../model/entity.ts';
import { type Schema } from '../model/schema.ts';
import { type Finding, type FindingCode, findingCodes } from './finding.ts';
import { findAlone } from './find-alone.ts';
import { rulesFor } from './rules.ts';
import { type SetContents, taskOf } from './task.ts';

/** Annotations that are looked at from one pause to the next. */
const annotationsPerPause = 50;

const order = new Map(findingCodes.map((code, index) => [code, index]));
const placeOf = (code: FindingCode): number => order.get(code) ?? order.size;

/**
 * Every rule of the task that the set does not keep: errors first, then in reading order of what is to be mended. It pauses where it may
 * be left alone for a while, or for good: the next set is checked from the start, and is quickly, as far as its Annotations are the same.
 */
export function* checkingTask(
  article: Article, set: SetContents, entities: readonly Entity[], schema: Schema,
): Generator<undefined, readonly Finding[], undefined> {
  const found: Finding[] = [];
  for (const [index, annotation] of set.annotations.entries()) {
    found.push(...findAlone(article.text, schema, annotation));
    if (index % annotationsPerPause === 0) yield;
  }
  const task = taskOf(article, set, entities, schema);
  yield;
  for (const rule of rulesFor(schema)) {
    if ('findIn' in rule) continue;
    found.push(...rule.find(task));
    yield;
  }
  const place = new Map(set.annotations.map(({ id }, index) => [id, index]));
  yield;
  const [errors, warnings]: [Finding[][], Finding[][]] = [[], []];
  for (const one of found) {
    const { severity, annotations: [first] } = one;
    const at = first === undefined ? 0 : (place.get(first) ?? -1) + 1;
    ((severity === 'error' ? errors : warnings)[at] ??= []).push(one);
  }
  yield;
  const ordered: Finding[] = [];
  for (const places of [errors, warnings]) {
    // Of a list with holes, this visits what is there.
    places.forEach((here) => {
      ordered.push(...(here.length > 1 ? here.sort((a, b) => placeOf(a.code) - placeOf(b.code)) : here));
    });
  }
  return ordered;
}

/** The same without a pause. */
export function checkTask(article: Article, set: SetContents, entities: readonly Entity[], schema: Schema): readonly Finding[] {
  const checking = checkingTask(article, set, entities, schema);
  for (;;) {
    const { done, value } = checking.next();
    if (done) return value;
  }
}
