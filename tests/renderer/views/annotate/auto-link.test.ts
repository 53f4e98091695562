import { describe, expect, it } from 'vitest';
import { type LabelDef } from '../../../../shared/model/schema.ts';
import { type AnnotationId } from '../../../../shared/model/id.ts';
import { naturalLinks } from '../../../../renderer/views/annotate/auto-link.ts';
import { type Scene } from '../../../../renderer/views/annotate/scene.ts';
import { annotation, annotationId, dams, mayor, relation, road, said, scene, schema, spanOf, toAnnotation, toEntity } from './sample-scene.ts';

const label = (id: string): LabelDef => {
  const found = schema.labels.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const links = (name: string, words: string, anchor: AnnotationId | null, here: Scene = scene) => naturalLinks(here, anchor, label(name), [spanOf(words)]);
const promise = annotation('promise', 'COMMITMENT', 'می‌سازیم');

describe('naturalLinks', () => {
  it.each([
    ['a speaker beside the quote focused last', 'SPEAKER', 'وزیر', [{ type: 'SAID_BY', from: 'dams' }]],
    ['a cue', 'CUE', 'گفت', [{ type: 'CUED_BY', from: 'dams' }]],
    ['an addressee', 'ADDRESSEE', 'نیرو', [{ type: 'ADDRESSED_TO', from: 'dams' }]],
    ['no mention: it may be anything', 'MENTION', 'نیرو', []],
    ['nothing in another paragraph', 'SPEAKER', 'شهردار', []],
  ])('%s', (_, name, words, expected) => expect(links(name, words, dams.id)).toEqual(expected));

  it('has no second one where one is linked', () => {
    const linked = { ...scene, relations: [relation('r', 'CUED_BY', 'dams', toAnnotation('said'))] };
    expect(links('CUE', 'گفت', dams.id, linked)).toEqual([]);
  });

  it('leaves what stands before a colon to what comes after it', () => {
    const early = annotation('early', 'QUOTE', 'وزیر');
    expect(links('CUE', 'گفت', early.id, { ...scene, annotations: [early] })).toEqual([]);
  });

  it('links nothing without an anchor', () => expect(links('CUE', 'گفت', null)).toEqual([]));
  it('nor from one that is gone', () => expect(links('CUE', 'گفت', annotationId('gone'))).toEqual([]));

  it.each([
    ['to a mention', toAnnotation('mayor')],
    ['to a person', toEntity('e2')],
  ])('gives a commitment the speaker of the quote around it: %s', (_, to) => {
    const quoted = { ...scene, relations: [relation('r', 'SAID_BY', 'road', to)] };
    expect(links('COMMITMENT', 'می‌سازیم', null, quoted)).toEqual([{ type: 'PROMISED_BY', to }]);
  });

  it('gives it none where the quote has no speaker', () => expect(links('COMMITMENT', 'می‌سازیم', road.id)).toEqual([]));

  it('links a deadline and a condition to the commitment focused last', () => {
    const here = { ...scene, annotations: [road, mayor, said, promise] };
    expect(links('DEADLINE', 'باز', promise.id, here)).toEqual([{ type: 'HAS_DEADLINE', from: 'promise' }]);
    expect(links('CONDITION', 'باز', promise.id, here)).toEqual([{ type: 'HAS_CONDITION', from: 'promise' }]);
  });
});
