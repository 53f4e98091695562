import { expect, test } from 'vitest';
import { silencedChecks } from '../../../../renderer/views/schema/silenced-checks.ts';
import { alteredSchema } from '../../../../shared/commands/schema/alter-schema.ts';
import { type SchemaEdit } from '../../../../shared/commands/schema/schema-edit.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { label, relationType } from '../../../shared/commands/set-context.ts';

const deadline = { kind: 'label', label: label('DEADLINE') } as const;

test.each<[string, SchemaEdit, boolean]>([
  ['another name is another word for the same', { kind: 'name', part: deadline, name: { fa: 'زمان', en: 'Time' } }, false],
  ['rules that the schema states follow another id', { kind: 'change-id', part: deadline, id: 'TIME' }, false],
  ['those that read the text do not', { kind: 'change-id', part: { kind: 'label', label: label('QUOTE') }, id: 'SAYING' }, true],
  ['merged into another, it is gone', { kind: 'retire', part: deadline, into: 'CONDITION' }, true],
  ['a relation that a rule counts on', { kind: 'retire', part: { kind: 'relation', relation: relationType('SAID_BY') }, into: null }, true],
  ['a choice that a rule tells apart', { kind: 'retire', part: { kind: 'choice', label: label('QUOTE'), attribute: 'mode', choice: 'direct' }, into: null }, true],
  ['a choice that no rule speaks of', { kind: 'retire', part: { kind: 'choice', label: label('QUOTE'), attribute: 'stance', choice: 'asked' }, into: null }, false],
])('%s', (_reason, edit, silences) => expect(silencedChecks(seedSchema, alteredSchema(seedSchema, edit)) > 0).toBe(silences));

test('what one Schema has more than the other silences nothing', () =>
  expect(silencedChecks(alteredSchema(seedSchema, { kind: 'retire', part: deadline, into: null }), seedSchema)).toBe(0));
