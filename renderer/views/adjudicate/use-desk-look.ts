import { type Dispatch, type SetStateAction, useState } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type EventId } from '../../../shared/model/id.ts';
import { type BulkInput } from '../../../shared/review/bulk.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type AnchorChoice } from '../../ui/discussion/anchor-choice.ts';

export type Tab = 'case' | 'discussion' | 'history';

/** A question that stands before the desk, with what it is about. */
export type OpenDialog =
  | { readonly kind: 'reason'; readonly act: 'reject' | 'undecidable' }
  | { readonly kind: 'give-reason'; readonly about: Case }
  | { readonly kind: 'merge' }
  | { readonly kind: 'link' }
  | { readonly kind: 'bulk'; readonly input: BulkInput }
  | { readonly kind: 'return' }
  | { readonly kind: 'comment'; readonly anchors: readonly AnchorChoice[]; readonly thread: EventId | null }
  | { readonly kind: 'ask'; readonly anchors: readonly AnchorChoice[] }
  | { readonly kind: 'rule'; readonly question: EventId };

/** What of the desk is open: which side of the inspector, which question, which way the text is shown, and from which time. */
export interface DeskLook {
  readonly tab: Tab;
  readonly dialog: OpenDialog | null;
  readonly isSideBySide: boolean;
  /** The gold set as it was, where the text shows that; `null` for now. */
  readonly past: readonly Annotation[] | null;
  setTab: Dispatch<SetStateAction<Tab>>;
  /** `null` closes what is open. */
  ask: (dialog: OpenDialog | null) => void;
  setSideBySide: Dispatch<SetStateAction<boolean>>;
  setPast: (past: readonly Annotation[] | null) => void;
}

export function useDeskLook(): DeskLook {
  const [tab, setTab] = useState<Tab>('case');
  const [dialog, ask] = useState<OpenDialog | null>(null);
  const [isSideBySide, setSideBySide] = useState(false);
  const [past, setPast] = useState<readonly Annotation[] | null>(null);
  return { tab, dialog, isSideBySide, past, setTab, ask, setSideBySide, setPast };
}
