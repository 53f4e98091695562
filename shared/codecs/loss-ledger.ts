import { type Loss, type LossCode, lossCodes, type LossReason, lossReasons } from './loss-report.ts';

const maximumExamples = 5;

/** A code, or one with the reason that it does not say by itself. */
export type LossKind = LossCode | { readonly code: LossCode; readonly reason: LossReason };

/** Where the reductions write down what they take away. */
export interface LossLedger {
  /** One case of something gone: article id and, where there is one, the id of the record inside it. */
  lose(kind: LossKind, ...where: readonly string[]): void;
  /** One case of something that is there in another form. */
  change(code: LossCode, ...where: readonly string[]): void;
  /** An Entity or Annotator gone: counted once, however many slices it stood in, and not at all when another slice keeps it. */
  loseRecord(code: LossCode, id: string): void;
  keepRecord(id: string): void;
  /** Something of an Entity gone: counted once, however many slices it stood in. */
  losePart(code: LossCode, id: string): void;
  /** In the order of `lossCodes`; of one code, what is gone before what is changed, and then by reason. */
  losses(): readonly Loss[];
}

interface Cases {
  count: number;
  readonly examples: (readonly string[])[];
}

export function lossLedger(): LossLedger {
  const cases = { lossy: new Map<string, Cases>(), changed: new Map<string, Cases>() };
  const lostRecords = new Map<LossCode, Set<string>>();
  const kept = new Set<string>();
  const parts = new Set<string>();

  const count = (into: Map<string, Cases>, code: LossCode, where: readonly string[], reason?: LossReason): void => {
    const entry = into.get(key(code, reason)) ?? { count: 0, examples: [] };
    entry.count++;
    if (entry.examples.length < maximumExamples) entry.examples.push(where);
    into.set(key(code, reason), entry);
  };
  const lossOf = (code: LossCode, severity: Loss['severity'], reason?: LossReason): readonly Loss[] => {
    const entry = cases[severity].get(key(code, reason)) ?? { count: 0, examples: [] };
    const records = severity === 'lossy' && reason === undefined ? [...(lostRecords.get(code) ?? [])].filter((id) => !kept.has(id)).sort(byCode) : [];
    const examples = [...entry.examples, ...records.map((id) => [id])].slice(0, maximumExamples);
    return examples.length === 0 ? [] : [{ code, ...(reason && { reason }), severity, count: entry.count + records.length, examples }];
  };
  return {
    lose: (kind, ...where) => (typeof kind === 'string' ? count(cases.lossy, kind, where) : count(cases.lossy, kind.code, where, kind.reason)),
    change: (code, ...where) => count(cases.changed, code, where),
    loseRecord: (code, id) => void lostRecords.set(code, (lostRecords.get(code) ?? new Set()).add(id)),
    keepRecord: (id) => void kept.add(id),
    losePart(code, id) {
      const part = `${code} ${id}`;
      if (!parts.has(part)) count(cases.lossy, code, [id]);
      parts.add(part);
    },
    losses: () =>
      lossCodes.flatMap((code) => [
        ...lossOf(code, 'lossy'), ...lossReasons.flatMap((reason) => lossOf(code, 'lossy', reason)), ...lossOf(code, 'changed'),
      ]),
  };
}

const key = (code: LossCode, reason?: LossReason): string => (reason ? `${code} ${reason}` : code);

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);
