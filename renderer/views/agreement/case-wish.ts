import { type CaseQuery } from '../../../shared/agreement/found-case.ts';

/** Cases that somebody wants to see, and what they are called. */
export interface CaseWish {
  readonly title: string;
  readonly query: CaseQuery;
}

/** Opens the cases that a number is made of. */
export type OpenCases = (wish: CaseWish) => void;
