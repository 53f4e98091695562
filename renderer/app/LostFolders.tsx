import { FolderSearch } from 'lucide-react';
import { useState } from 'react';
import { type ProjectInfo } from '../../shared/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { NoticeBar } from './NoticeBar.tsx';

export interface LostFoldersProps {
  /** Projects other than the open one whose folders were made anew; each says what was mended when it is opened. */
  readonly broughtBack: readonly ProjectInfo[];
  /** Names of those that could not be. */
  readonly lost: readonly string[];
}

/** Says once of which other projects the folders were gone at the start, and what became of them. What it says first stays: opening one takes nothing back. */
export function LostFolders(props: LostFoldersProps) {
  const { t, list } = useMessages();
  const [{ broughtBack, lost }] = useState(props);
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed || (broughtBack.length === 0 && lost.length === 0)) return null;
  return (
    <NoticeBar icon={FolderSearch} onDismiss={() => setDismissed(true)}>
      {broughtBack.length > 0 && t('recovery.folders-gone', { n: broughtBack.length, names: list(broughtBack.map(({ name }) => name)) })}{' '}
      {lost.length > 0 && t('recovery.folders-lost', { n: lost.length, names: list(lost) })}
    </NoticeBar>
  );
}
