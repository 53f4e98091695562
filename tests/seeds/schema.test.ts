import { describe, expect, it } from 'vitest';
import { readability } from '../../shared/commands/schema/contrast.ts';
import { attributeKinds } from '../../shared/model/attribute-kinds.ts';
import { labelDef } from '../../shared/model/schema.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { label as labelId } from '../shared/commands/set-context.ts';

const { labels, relations, crossing } = seedSchema;

/** Key, badge, pattern; ink and tint in light, ink in dark, and the tint there. */
const signs = {
  QUOTE: [1, 'ن', 'solid', '#246FDE', '#C9E3FB', '#7CC6F8', '#14478C'],
  SPEAKER: [2, 'گ', 'double', '#77320B', '#FDB87D', '#DF7F1C', '#461F00'],
  CUE: [3, 'ش', 'dots', '#5B109D', '#D4BCFE', '#A073FD', '#37105F'],
  COMMITMENT: [4, 'ت', 'dash-dot', '#05704E', '#9FF9C2', '#4DA474', '#02392E'],
  DEADLINE: [5, 'ز', 'long-dash', '#C84588', '#F6CED8', '#F7ABB4', '#6D3653'],
  CONDITION: [6, 'ط', 'thin-dashes', '#05704E', '#9FF9C2', '#4DA474', '#02392E'],
  ADDRESSEE: [7, 'م', 'dashes', '#837401', '#FDF191', '#EDDE8A', '#514D23'],
  MENTION: [8, 'ا', 'thin', '#5A6270', '#E3E6EA', '#9AA4B2', '#333A44'],
};

const confidence = 'certain probable doubtful';
const mention = 'name title name_title pronoun organisation group document anonymous';
/** Values in order: a new Annotation starts with the first. */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  QUOTE: {
    mode: 'direct indirect mixed reported',
    marking: 'guillemets double_quotes single_quotes colon dash ke none',
    medium: 'speech writing thought',
    source_status: 'explicit implicit unknown',
    position: 'body heading',
    stance: 'asserted denied asked requested',
    confidence,
  },
  CUE: {
    form: 'verb light_verb nominal prepositional punctuation',
    class: 'say add state stress announce explain claim deny ask request promise warn believe hope write criticise',
    confidence,
  },
  SPEAKER: { mention, source_kind: 'person organisation agency document group anonymous', confidence },
  COMMITMENT: {
    act: 'promise pledge intention plan future attempt readiness threat',
    polarity: 'do refrain',
    specificity: 'specific outcome vague',
    testable: 'yes no',
    condition: 'unconditional conditional',
    deadline: 'none absolute relative recurring vague',
    person: '1sg 1pl 3sg 3pl impersonal',
    reported: 'self other',
    follow_up: '',
    confidence,
  },
  DEADLINE: { kind: 'absolute relative recurring vague', value: '', confidence },
  CONDITION: { form: 'if until in_case subject_to unless', confidence },
  ADDRESSEE: { mention, confidence },
  MENTION: { role: 'intro promiser beneficiary topic', confidence },
};

const ends: Readonly<Record<string, readonly [from: string, to: string]>> = {
  SAID_BY: ['QUOTE', 'SPEAKER entity'],
  CUED_BY: ['QUOTE', 'CUE'],
  RELAYED_BY: ['QUOTE', 'SPEAKER entity'],
  ADDRESSED_TO: ['QUOTE', 'ADDRESSEE MENTION SPEAKER entity'],
  RESTATES: ['COMMITMENT QUOTE', 'COMMITMENT QUOTE same'],
  PROMISED_BY: ['COMMITMENT', 'MENTION SPEAKER entity'],
  PROMISED_TO: ['COMMITMENT', 'ADDRESSEE MENTION entity'],
  HAS_DEADLINE: ['COMMITMENT', 'DEADLINE'],
  HAS_CONDITION: ['COMMITMENT', 'CONDITION'],
};

describe('the schema that ships', () => {
  it('has the eight labels, each with its key, its colours and two signs beside the colour', () =>
    expect(Object.fromEntries(labels.map(({ id, key, badge, pattern, colour: { light, dark } }) => [id, [key, badge, pattern, light.ink, light.tint, dark.ink, dark.tint]]))).toEqual(signs));

  it.each(['light', 'dark'] as const)('can be seen, and its text be read (%s)', (theme) => {
    const faint = labels.filter(({ colour }) => {
      const { ink, text } = readability(colour[theme], theme);
      return ink < 4.5 || text < 7;
    });
    expect(faint.map(({ id }) => id)).toEqual([]);
  });

  it('has every attribute and every value, the default first', () =>
    expect(Object.fromEntries(labels.map((one) => [one.id, Object.fromEntries(one.attributes.map(({ id, choices }) => [id, choices.map((choice) => choice.id).join(' ')]))]))).toEqual(attributes));

  it('has a deadline whose value is a time', () =>
    expect(labelDef(seedSchema, labelId('DEADLINE'))?.attributes.map(({ kind }) => attributeKinds[kind].widget)).toEqual(['choice', 'time', 'choice']));

  it('asks how sure one is of any label, and prefills nothing there; a commitment has a log of what became of it', () => {
    for (const one of labels) expect(one.attributes.find(({ id }) => id === 'confidence')?.kind).toBe('option');
    expect(labels.flatMap((one) => one.attributes.filter(({ kind }) => kind === 'follow-up').map(() => one.id))).toEqual(['COMMITMENT']);
  });

  it('lets relations begin and end where the task says', () =>
    expect(
      Object.fromEntries(
        relations.map(({ type, from, to, toEntity, sameLabel }) => [
          type, [from.toSorted().join(' '), [...to.toSorted(), ...(toEntity ? ['entity'] : []), ...(sameLabel ? ['same'] : [])].join(' ')],
        ]),
      ),
    ).toEqual(ends));

  it('lets quotes alone stand in pieces, and source, addressee and mention alone stand for somebody', () => {
    expect(labels.filter(({ discontinuous }) => discontinuous).map(({ id }) => id)).toEqual(['QUOTE']);
    expect(labels.filter(({ entity }) => entity).map(({ id }) => id)).toEqual(['SPEAKER', 'ADDRESSEE', 'MENTION']);
  });

  it('forbids quotes and commitments to cross each other', () =>
    expect(crossing).toEqual(['QUOTE', 'COMMITMENT'].map((label) => ({ label, mayNotCross: ['QUOTE', 'COMMITMENT'] }))));

  it('names everything in both languages, and nothing twice in one list', () => {
    const lists = [labels, relations, ...labels.map((one) => one.attributes), ...labels.flatMap((one) => one.attributes.map(({ choices }) => choices))];
    for (const list of lists) {
      for (const language of ['fa', 'en'] as const) {
        const names = list.map(({ name }) => name[language]);
        expect(names.filter((name) => name.trim() === '')).toEqual([]);
        expect(names).toEqual([...new Set(names)]);
      }
    }
    expect(lists.flat().filter(({ name }) => /[a-z]/i.test(name.fa))).toEqual([]);
  });
});
