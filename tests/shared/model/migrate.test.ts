import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { migrate, migrations, storedVersion } from '../../../shared/model/migrations/migrate.ts';
import { type Migration } from '../../../shared/model/migrations/migration.ts';

const files = readdirSync(new URL('../../../shared/model/migrations/', import.meta.url)).filter((name) => /^\d{3}-/.test(name)).sort();
const step = (version: number): Migration => ({
  version,
  name: 'x',
  migrate: (record) => ({ ...record, trail: `${typeof record['trail'] === 'string' ? record['trail'] : ''}${version}` }),
});

describe('migrations', () => {
  test('every file is in the list, in order and without a gap', () => {
    expect(migrations.map(({ version, name }) => `${String(version).padStart(3, '0')}-${name}.ts`)).toEqual(files);
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    expect(storedVersion).toBe(files.length);
  });

  test.each([
    [1, '23'],
    [2, '3'],
    [3, undefined],
  ])('a record of version %i goes through every later step, once and in order', (from, trail) => {
    const result = migrate({ kind: 'entity' }, from, [step(1), step(2), step(3)]);
    expect(result.ok && result.value['trail']).toBe(trail);
  });

  test.each([0, -1, 1.5, storedVersion + 1, Number.NaN])('version %d is not known', (from) =>
    expect(migrate({ kind: 'entity' }, from)).toMatchObject({ ok: false, problems: [{ code: 'stored-version-unknown' }] }));

  test('a record of today stays as it is', () => {
    const record = { kind: 'entity', value: { id: 'a' } };
    expect(migrate(record, storedVersion)).toEqual({ ok: true, value: record });
  });
});
