import { type Shares, type SplitMethod, type SplitOptions } from '../../../shared/dataset/split-options.ts';

const usualShares: Shares = { train: 80, validation: 10, test: 10 };
const usualSeed = '7';

/** What one gets who asks for splits and says no more. */
export const usualSplit: SplitOptions = { method: { kind: 'auto', seed: usualSeed, shares: usualShares }, unit: 'group', unseenPublishers: [] };

/** Another method, with what of the one before it still means something. */
export function withMethod(before: SplitMethod, kind: SplitMethod['kind']): SplitMethod {
  if (kind === before.kind) return before;
  if (kind === 'time') return { kind, validationFrom: '', testFrom: '' };
  return before.kind === 'time' ? { kind, seed: usualSeed, shares: usualShares } : { ...before, kind };
}
