import { type AgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { type AgreementReport } from '../../../shared/agreement/report.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { type CaseWish } from './case-wish.ts';
import { type FoundCases } from '../../workers/agreement-task.ts';

/** What was measured last, whole. */
export interface Measured {
  /** Of the project, when it was read. */
  readonly snapshot: string;
  readonly report: AgreementReport;
  readonly research: readonly Score[] | null;
}

/** What is kept of the screen while an article is looked at: measuring anew would take as long as the first time. */
export interface Remembered {
  readonly choice: AgreementChoice | null;
  readonly measured: Measured | null;
  readonly wish: CaseWish | null;
  readonly found: FoundCases | null;
  /** CSS pixels. */
  readonly scrolled: number;
}

export interface AgreementMemory {
  readonly now: () => Remembered;
  readonly keep: (part: Partial<Remembered>) => void;
}

export function newAgreementMemory(): AgreementMemory {
  let now: Remembered = { choice: null, measured: null, wish: null, found: null, scrolled: 0 };
  return {
    now: () => now,
    keep: (part) => {
      now = { ...now, ...part };
    },
  };
}
