import { type ArticleId } from '../model/id.ts';

/** Articles that stand or fall together. */
export interface SplitGroup {
  /** Id of the member that was taken in first. */
  readonly key: string;
  readonly members: readonly SplitMember[];
}

export interface SplitMember {
  readonly id: ArticleId;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  /** What of its features is to be spread alike: how many Annotations of each Label. */
  readonly labels: Readonly<Record<string, number>>;
}
