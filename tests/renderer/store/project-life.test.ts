import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { Desk, storeRuns } from './desk.ts';
import { Life, lives } from './project-life.ts';

describe('law: whatever happens to a project', () => {
  it('store, journal and plain model agree, and every counter equals a recount', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(lives, async (happenings) => {
        const life = await Life.begin(new Desk());
        for (const happening of happenings) await life.happen(happening);
        await life.expectAgreement();
      }),
      { numRuns: storeRuns },
    ));
});
