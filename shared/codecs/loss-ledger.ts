import { type Loss, type LossCode, lossCodes } from './loss-report.ts';

const maximumExamples = 5;

/** Where the reductions write down what they take away. */
export interface LossLedger {
  /** One case of something gone: article id and, where there is one, the id of the record inside it. */
  lose(code: LossCode, ...where: readonly string[]): void;
  /** One case of something that is there in another form. */
  change(code: LossCode, ...where: readonly string[]): void;
  /** An Entity or Annotator gone: counted once, however many slices it stood in, and not at all when another slice keeps it. */
  loseRecord(code: LossCode, id: string): void;
  keepRecord(id: string): void;
  /** Something of an Entity gone: counted once, however many slices it stood in. */
  losePart(code: LossCode, id: string): void;
  /** In the order of `lossCodes`; of one code, what is gone before what is changed. */
  losses(): readonly Loss[];
}

interface Cases {
  count: number;
  readonly examples: (readonly string[])[];
}

export function lossLedger(): LossLedger {
  const cases = { lossy: new Map<LossCode, Cases>(), changed: new Map<LossCode, Cases>() };
  const lostRecords = new Map<LossCode, Set<string>>();
  const kept = new Set<string>();
  const parts = new Set<string>();

  const count = (into: Map<LossCode, Cases>, code: LossCode, where: readonly string[]): void => {
    const entry = into.get(code) ?? { count: 0, examples: [] };
    entry.count++;
    if (entry.examples.length < maximumExamples) entry.examples.push(where);
    into.set(code, entry);
  };
  const lossOf = (code: LossCode, severity: Loss['severity']): readonly Loss[] => {
    const entry = cases[severity].get(code) ?? { count: 0, examples: [] };
    const records = severity === 'lossy' ? [...(lostRecords.get(code) ?? [])].filter((id) => !kept.has(id)).sort(byCode) : [];
    const examples = [...entry.examples, ...records.map((id) => [id])].slice(0, maximumExamples);
    return examples.length === 0 ? [] : [{ code, severity, count: entry.count + records.length, examples }];
  };
  return {
    lose: (code, ...where) => count(cases.lossy, code, where),
    change: (code, ...where) => count(cases.changed, code, where),
    loseRecord: (code, id) => void lostRecords.set(code, (lostRecords.get(code) ?? new Set()).add(id)),
    keepRecord: (id) => void kept.add(id),
    losePart(code, id) {
      const key = `${code} ${id}`;
      if (!parts.has(key)) count(cases.lossy, code, [id]);
      parts.add(key);
    },
    losses: () => lossCodes.flatMap((code) => [...lossOf(code, 'lossy'), ...lossOf(code, 'changed')]),
  };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);
