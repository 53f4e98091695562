import { type BackupReason } from '../../shared/bridge.ts';

/** Milliseconds within which the parts of one long act follow each other: one backup is for all of them. */
const together = 10_000;

/** Asks for a backup before a step that concerns several Articles or Entities; `now` is ISO 8601. */
export function bulkBackup(backUp: (reason: BackupReason) => void, now: () => string): (concerned: number) => void {
  let last = -Infinity;
  return (concerned) => {
    if (concerned < 2) return;
    const at = Date.parse(now());
    // The clock may have been set back.
    if (Math.abs(at - last) > together) backUp('bulk');
    last = at;
  };
}
