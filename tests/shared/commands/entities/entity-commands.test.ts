import { describe, expect, it } from 'vitest';
import { type EntityContext } from '../../../../shared/commands/entities/entity-context.ts';
import { editEntity } from '../../../../shared/commands/entities/edit-entity.ts';
import { mergeEntities } from '../../../../shared/commands/entities/merge-entities.ts';
import { removeEntity } from '../../../../shared/commands/entities/remove-entity.ts';
import { splitEntity } from '../../../../shared/commands/entities/split-entity.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { applyChange, type Change } from '../../../../shared/model/change.ts';
import { type Dataset, normalised } from '../../../../shared/model/dataset.ts';
import { type Entity } from '../../../../shared/model/entity.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type Result } from '../../../../shared/result.ts';
import { annotation, contextOf, counting, relationType } from '../set-context.ts';

const person = (token: string, more: Partial<Entity> = {}): Entity => ({
  id: makeId('entity', token), name: token, kind: 'person', aliases: [], offices: [], note: '', ...more,
});
const minister = person('وزیر نیرو', { kind: 'unknown', note: 'یک' });
const ali = person('علی محرابیان', { aliases: ['محرابیان'], offices: [{ title: 'وزیر نیرو', from: '2021-08-25', to: null }], note: 'دو' });
const other = person('سخنگو');

const { article, schema, set: blank } = contextOf('وزیر نیرو گفت: «برق گران نیست»');
const quote = annotation('q', 'QUOTE', [[16, 29]]);
const speaker = annotation('s', 'SPEAKER', [[0, 9]], { entity: minister.id });
const saidBy = (token: string, of: Entity) => ({
  id: makeId('relation', token), type: relationType('SAID_BY'), from: quote.id, to: { kind: 'entity' as const, id: of.id }, attributes: {},
});
const own: AnnotationSet = { ...blank, annotations: [speaker, quote], relations: [saidBy('r1', minister), saidBy('r2', ali)] };
const theirs: AnnotationSet = { ...own, id: makeId('set', 'their'), annotator: makeId('annotator', 'other'), relations: [] };

const whole: Dataset = normalised({
  schema, articles: [article], entities: [minister, ali, other], sets: [own, theirs],
  annotators: [own, theirs].map(({ annotator: id }) => ({ id, kind: 'person', name: id, version: null })),
});
const contextIn = ({ entities, sets }: Dataset): EntityContext => ({
  entities, own: sets.filter(({ id }) => id === own.id), others: sets.filter(({ id }) => id !== own.id), newId: counting(),
});
const context = contextIn(whole);

function after(result: Result<Change>, before = whole): Dataset {
  if (!result.ok) throw new Error(`refused: ${result.problems.map(({ code }) => code).join(', ')}`);
  return applyChange(before, result.value);
}
const codes = (result: Result<Change>): readonly string[] => (result.ok ? [] : result.problems.map(({ code }) => code));
const entityIn = ({ entities }: Dataset, { id }: Entity): Entity | undefined => entities.find((one) => one.id === id);
const setIn = ({ sets }: Dataset, { id }: AnnotationSet): AnnotationSet | undefined => sets.find((one) => one.id === id);

describe('merging two people', () => {
  const merged = after(mergeEntities(context, { from: minister.id, into: ali.id }));

  it('keeps every name as an alias and everything known about either', () =>
    expect(entityIn(merged, ali)).toEqual({ ...ali, aliases: ['محرابیان', 'وزیر نیرو'], note: 'دو\nیک' }));

  it('points the own set at the one that stays; two links that become one are one', () => {
    expect(setIn(merged, own)?.annotations.map(({ entity }) => entity)).toEqual([ali.id, null]);
    expect(setIn(merged, own)?.relations.map(({ id }) => id)).toEqual(['rel-r2']);
  });

  it('leaves a colleague’s set as it was, and says in the register whom it means', () => {
    expect(setIn(merged, theirs)).toEqual(setIn(whole, theirs));
    expect(entityIn(merged, minister)).toEqual({ ...minister, mergedInto: ali.id });
  });

  it('a chain stays one step long', () => {
    const twice = after(mergeEntities(contextIn(merged), { from: ali.id, into: other.id }), merged);
    expect([minister, ali].map((one) => entityIn(twice, one)?.mergedInto)).toEqual([other.id, other.id]);
  });

  it('takes the kind of the one that has one', () => {
    const back = after(mergeEntities(context, { from: ali.id, into: minister.id }));
    expect(entityIn(back, minister)?.kind).toBe('person');
  });

  it('keeps the party and the Wikidata id of the one that stays, and takes them where it has none', () => {
    const known = { ...whole, entities: whole.entities.map((one) => (one.id === minister.id ? { ...one, party: 'کارگزاران', wikidata: 'Q1' } : one)) };
    const into = (fields: Partial<Entity>) => {
      const before = { ...known, entities: known.entities.map((one) => (one.id === ali.id ? { ...one, ...fields } : one)) };
      return entityIn(after(mergeEntities(contextIn(before), { from: minister.id, into: ali.id }), before), ali);
    };
    expect(into({})).toMatchObject({ party: 'کارگزاران', wikidata: 'Q1' });
    expect(into({ party: 'اعتدال' })).toMatchObject({ party: 'اعتدال', wikidata: 'Q1' });
  });

  it.each([
    ['with itself', minister.id, minister.id, 'entity-merged-wrong'],
    ['with nobody', minister.id, makeId('entity', 'x'), 'entity-unknown'],
  ] as const)('%s is refused', (_, from, into, code) => expect(codes(mergeEntities(context, { from, into }))).toEqual([code]));

  it('with one that was merged is refused', () =>
    expect(codes(mergeEntities(contextIn(merged), { from: other.id, into: minister.id }))).toEqual(['entity-unknown']));
});

describe('splitting one person', () => {
  const mention = { set: own.id, kind: 'annotation' as const, id: speaker.id };
  const chosen = [mention];

  it('gives the chosen mentions to a new one, in one Change', () => {
    const split = after(splitEntity(context, { entity: minister.id, to: { name: 'وزیر پیشین', kind: 'person' }, chosen }));
    const made = split.entities.find(({ name }) => name === 'وزیر پیشین');
    expect(setIn(split, own)?.annotations[0]?.entity).toBe(made?.id);
    expect(setIn(split, own)?.relations[0]?.to.id).toBe(minister.id);
  });

  it('after a merge gives one back under the name that was merged, which is no alias of the other any more', () => {
    const merged = after(mergeEntities(context, { from: minister.id, into: ali.id }));
    const split = after(splitEntity(contextIn(merged), { entity: ali.id, to: { name: minister.name, kind: minister.kind }, chosen }), merged);
    const back = split.entities.find(({ name, mergedInto }) => name === minister.name && mergedInto === undefined);
    expect(back?.id).not.toBe(minister.id);
    expect(setIn(split, own)?.annotations[0]?.entity).toBe(back?.id);
    expect(entityIn(split, ali)?.aliases).toEqual(ali.aliases);
    expect(entityIn(split, minister)?.mergedInto, 'for colleagues who named it').toBe(ali.id);
    // Whoever names somebody so from now on means the one that stands.
    const again = splitEntity(contextIn(split), { entity: ali.id, to: { name: minister.name, kind: minister.kind }, chosen: [{ set: own.id, kind: 'relation', id: 'rel-r2' }] });
    expect(after(again, split).entities).toHaveLength(split.entities.length);
  });

  it.each([
    ['of nothing chosen', { entity: minister.id, to: other.id, chosen: [] }, 'entity-split-empty'],
    ['into itself', { entity: minister.id, to: minister.id, chosen }, 'entity-split-empty'],
    ['of a colleague’s mention', { entity: minister.id, to: other.id, chosen: [{ ...mention, set: theirs.id }] }, 'entity-split-empty'],
    ['into one without a name', { entity: minister.id, to: { name: ' ', kind: 'person' as const }, chosen }, 'entity-name-wrong'],
  ])('%s is refused', (_, input, code) => expect(codes(splitEntity(context, input))).toEqual([code]));
});

describe('removing a person', () => {
  it('that nothing names', () => expect(entityIn(after(removeEntity(context, { entity: other.id })), other)).toBeUndefined());

  it('whom a colleague names is refused', () =>
    expect(codes(removeEntity({ ...context, own: [] }, { entity: minister.id }))).toEqual(['entity-still-used']));

  it('into whom one was merged that a colleague names is refused', () => {
    const merged = after(mergeEntities(context, { from: minister.id, into: other.id }));
    expect(codes(removeEntity(contextIn(merged), { entity: other.id }))).toEqual(['entity-still-used']);
  });
});

describe('editing a person', () => {
  it.each([
    ['no name', { name: ' ' }, 'entity-name-wrong'],
    ['a Wikidata id that is none', { wikidata: 'P31' }, 'entity-wikidata-wrong'],
    ['the address of a page for its id', { wikidata: 'https://www.wikidata.org/wiki/Q794' }, 'entity-wikidata-wrong'],
    ['half a character in a party', { party: '\ud83d' }, 'text-not-unicode'],
    ['half a character', { note: '\ud83d' }, 'text-not-unicode'],
    ['a day that is none', { offices: [{ title: 'وزیر', from: '2023-02-29', to: null }] }, 'entity-date-wrong'],
    ['an end before the start', { offices: [{ title: 'وزیر', from: '2023-02-02', to: '2023-02-01' }] }, 'entity-date-wrong'],
  ])('%s is refused', (_, fields, code) => expect(codes(editEntity(context, { entity: ali.id, fields }))).toEqual([code]));

  it('a party and a Wikidata id are known or not there at all', () => {
    const edited = (fields: Partial<Entity>, before = whole) => after(editEntity(contextIn(before), { entity: ali.id, fields }), before);
    const told = edited({ party: ' کارگزاران ', wikidata: ' q794' });
    expect(entityIn(told, ali)).toEqual({ ...ali, party: 'کارگزاران', wikidata: 'Q794' });
    expect(entityIn(edited({ party: '', wikidata: ' ' }, told), ali)).toEqual(ali);
  });

  it('leaves out offices without a title', () =>
    expect(entityIn(after(editEntity(context, { entity: ali.id, fields: { offices: [{ title: ' ', from: null, to: null }] } })), ali)?.offices).toEqual([]));
});
