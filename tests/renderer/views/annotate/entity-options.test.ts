import { describe, expect, it } from 'vitest';
import { entityOptions, kindOfMention } from '../../../../renderer/views/annotate/entity-options.ts';
import { entityId, mayor, minister, scene } from './sample-scene.ts';

const words = (...args: Parameters<typeof entityOptions>) =>
  entityOptions(...args).map((option) => (option.kind === 'known' ? option.entity.name : `+ ${option.name}`));

describe('entityOptions', () => {
  it('offers everybody, and the words of the mention as a new one', () =>
    expect(words(scene, mayor, '')).toEqual(['شهردار تهران', 'وزیر نیرو', '+ شهردار']));

  it('does not offer the words when somebody has that name', () => expect(words({ ...scene, recent: [entityId('e1')] }, minister, '')).toEqual(['وزیر نیرو', 'شهردار تهران']));

  it('finds by any spelling', () => expect(words(scene, mayor, 'وزير')).toEqual(['وزیر نیرو', '+ وزير']));

  it('knows a whole name in another spelling', () => expect(words(scene, mayor, ' وزير نيرو ')).toEqual(['وزیر نیرو']));

  it('finds by alias', () => {
    const known = { ...scene, entities: scene.entities.map((one) => ({ ...one, aliases: ['محرابیان'] })) };
    expect(words(known, mayor, 'محراب')).toHaveLength(3);
  });

  it('finds by office, and still offers somebody new of that title', () => {
    const [first, ...others] = scene.entities;
    const offices = [{ title: 'رئیس‌جمهور', from: null, to: null }];
    const known = { ...scene, entities: first ? [{ ...first, name: 'مسعود پزشکیان', offices }, ...others] : [] };
    expect(entityOptions(known, mayor, 'رئيسجمهور')).toMatchObject([{ kind: 'known', alias: 'رئیس‌جمهور' }, { kind: 'new', name: 'رئيسجمهور' }]);
  });
});

describe('kindOfMention', () => {
  it.each([
    ['agency', 'agency'],
    ['anonymous', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%s gives %s', (source_kind, kind) =>
    expect(kindOfMention({ ...mayor, attributes: source_kind ? { source_kind } : {} })).toBe(kind),
  );
});
