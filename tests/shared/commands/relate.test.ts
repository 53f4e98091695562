import { describe, expect, test } from 'vitest';
import { relate } from '../../../shared/commands/relate.ts';
import { remove } from '../../../shared/commands/remove.ts';
import { unrelate } from '../../../shared/commands/unrelate.ts';
import { makeId } from '../../../shared/model/id.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { after, annotation, annotationId, contextOf, minister, refusal, relation, relationType } from './set-context.ts';

const text = 'وزیر گفت: «برق گران نیست» و رفت.';
const annotations = [
  annotation('s', 'SPEAKER', [[0, 4]]), annotation('c', 'CUE', [[5, 8]]), annotation('q', 'QUOTE', [[11, 24]]),
  annotation('q2', 'QUOTE', [[28, 31]]),
];
const relations = [relation('r1', 'SAID_BY', 'q', 's'), relation('r2', 'RESTATES', 'q2', 'q'), relation('r3', 'CUED_BY', 'q2', 'c')];
const context = contextOf(text, annotations, relations);
const to = (token: string): RelationTarget => ({ kind: 'annotation', id: annotationId(token) });
const link = (type: string, from: string, target: RelationTarget) =>
  relate(context, { type: relationType(type), from: annotationId(from), to: target });

describe('relate', () => {
  test('a quote to its cue', () => {
    const made = after(context, link('CUED_BY', 'q', to('c'))).relations.find(({ id }) => id.startsWith('rel-n'));
    expect(made).toMatchObject({ type: 'CUED_BY', from: 'ann-q', to: { kind: 'annotation', id: 'ann-c' }, attributes: {} });
  });
  test('a quote to a person whom the text does not name', () =>
    expect(refusal(link('SAID_BY', 'q2', { kind: 'entity', id: minister.id }))).toEqual([]));
  test('a second speaker', () => expect(refusal(link('SAID_BY', 'q2', to('s')))).toEqual([]));

  test.each([
    ['a quote said by a cue', link('SAID_BY', 'q', to('c')), 'relation-not-allowed'],
    ['a cue as the start', link('SAID_BY', 'c', to('s')), 'relation-not-allowed'],
    ['a cue that is an entity', link('CUED_BY', 'q', { kind: 'entity', id: minister.id }), 'relation-not-allowed'],
    ['an entity that is not there', link('SAID_BY', 'q', { kind: 'entity', id: makeId('entity', 'x') }), 'relation-end-missing'],
    ['an annotation that is gone', link('SAID_BY', 'q', to('x')), 'relation-end-missing'],
    ['the same link again', link('SAID_BY', 'q', to('s')), 'relation-twice'],
    ['a restatement of what restates it', link('RESTATES', 'q', to('q2')), 'relation-cycle'],
    ['a restatement of itself', link('RESTATES', 'q', to('q')), 'relation-to-itself'],
    ['a relation that the schema does not have', link('LIKES', 'q', to('s')), 'relation-unknown'],
  ])('refuses %s', (_, result, code) => expect(refusal(result)).toEqual([code]));
});

describe('relate to somebody whom the text does not name', () => {
  const saidBy = (name: string) =>
    relate(context, { type: relationType('SAID_BY'), from: annotationId('q'), to: { kind: 'new-entity', entity: { name, kind: 'person' } } });

  test('makes the entity and the link in one Change', () => {
    const made = saidBy(' سخنگو ');
    expect(made.ok && made.value.added.map(({ kind }) => kind)).toEqual(['entity', 'relation']);
    const set = after(context, made);
    expect(set.relations.some(({ from, to: end }) => from === annotationId('q') && end.kind === 'entity')).toBe(true);
  });

  test('somebody of that name and kind is the one who is meant', () => {
    const made = saidBy(minister.name);
    expect(made.ok && made.value.added).toMatchObject([{ kind: 'relation', value: { to: { kind: 'entity', id: minister.id } } }]);
  });

  test('one that was merged means the other', () => {
    const merged = { ...minister, id: makeId('entity', 'old'), mergedInto: minister.id };
    const input = { type: relationType('SAID_BY'), from: annotationId('q'), to: { kind: 'entity' as const, id: merged.id } };
    const made = relate({ ...context, entities: [minister, merged] }, input);
    expect(made.ok && made.value.added).toMatchObject([{ kind: 'relation', value: { to: { id: minister.id } } }]);
  });

  test('one without a name is refused', () => expect(refusal(saidBy(' '))).toEqual(['entity-name-wrong']));
});

describe('unrelate and remove', () => {
  test('cuts one link', () => {
    const set = after(context, unrelate(context, { relation: makeId('relation', 'r1') }));
    expect(set.relations.map(({ id }) => id)).toEqual(['rel-r2', 'rel-r3']);
  });
  test('an annotation goes with every relation that touches it', () => {
    const set = after(context, remove(context, { annotation: annotationId('q') }));
    expect(set.annotations.map(({ id }) => id)).toEqual(['ann-s', 'ann-c', 'ann-q2']);
    expect(set.relations.map(({ id }) => id)).toEqual(['rel-r3']);
  });
  test.each([
    ['a relation that is gone', unrelate(context, { relation: makeId('relation', 'x') }), 'relation-missing'],
    ['an annotation that is gone', remove(context, { annotation: annotationId('x') }), 'annotation-missing'],
  ])('refuses %s', (_, result, code) => expect(refusal(result)).toEqual([code]));
});
