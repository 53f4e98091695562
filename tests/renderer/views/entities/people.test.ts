import { describe, expect, it } from 'vitest';
import { type Entity } from '../../../../shared/model/entity.ts';
import { nameOptions, peopleNamed, recordsOf } from '../../../../renderer/views/entities/people.ts';
import { entity, entityId } from '../annotate/sample-scene.ts';

const ali: Entity = { ...entity('e1', 'علی محرابیان'), aliases: ['محرابیان'], offices: [{ title: 'وزیر نیرو', from: null, to: null }] };
const irna = entity('e2', 'خبرگزاري ايرنا');
const old: Entity = { ...entity('e3', 'وزیر'), mergedInto: ali.id };
const register = [ali, irna, old];

describe('names', () => {
  it.each([
    ['', ['e2', 'e1']],
    ['ایرنا', ['e2']],
    ['محرابيان', ['e1']],
    ['وزیر', ['e1']],
    ['کسی', []],
  ])('«%s» finds in any spelling, by alias and office, and nobody who was merged', (typed, found) =>
    expect(peopleNamed(register, typed).map(({ id }) => id)).toEqual(found));

  it('somebody else is offered with the name that was found', () =>
    expect(nameOptions(register, irna.id, 'وزیر')).toMatchObject([{ key: 'e1', name: 'علی محرابیان', alias: 'وزیر نیرو' }]));

  it('sets may call a person by every record that was merged', () => expect([...recordsOf(register, entityId('e1'))]).toEqual(['e1', 'e3']));
});
