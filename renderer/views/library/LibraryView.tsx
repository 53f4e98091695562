import { ChartColumn, ClipboardPaste, FilePlus2, Keyboard, Library, Settings2, Share, Tags, Users } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { isTyping } from '../../ui/keyboard.ts';
import { dispatchMenuCommand } from '../../ui/menu-commands.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ArticleGrid } from './ArticleGrid.tsx';
import styles from './LibraryView.module.css';
import { totalOf } from './totals.ts';
import { TotalsPanel } from './TotalsPanel.tsx';

export interface LibraryViewProps {
  readonly store: ProjectStore;
  /** The project's name and the way to the others. */
  readonly projectMenu: ReactNode;
  /** The Article that one comes back from, or was at last; `null` when none was open yet. */
  readonly from: ArticleId | null;
  readonly onOpen: (article: ArticleId) => void;
  readonly onAddFiles: () => void;
  /** Asks for a text to paste. */
  readonly onPaste: () => void;
  /** A text came by Ctrl+V. */
  readonly onPasted: (text: string) => void;
  readonly onExport: () => void;
  readonly onSettings: () => void;
  readonly onKeys: () => void;
}

/** Ctrl+V anywhere but in a field. */
function usePastedText(onPasted: (text: string) => void): void {
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isTyping(event.target) && text.trim() !== '') onPasted(text);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [onPasted]);
}

/** All articles of the project, and how far the work on them is. */
export function LibraryView(props: LibraryViewProps) {
  const { store, projectMenu, from, onOpen, onAddFiles, onPaste, onPasted, onExport, onSettings, onKeys } = props;
  const { t } = useMessages();
  const totals = useLive(() => store.totals(), [store]);
  usePastedText(onPasted);
  const add = (
    <Button kind="primary" icon={FilePlus2} onClick={onAddFiles}>
      {t('library.add')}
    </Button>
  );
  const paste = (
    <Button icon={ClipboardPaste} onClick={onPaste}>
      {t('library.paste')}
    </Button>
  );
  const count = totals && totalOf(totals);
  return (
    <div className={styles.view}>
      <header className={styles.bar}>
        <div className={styles.heading}>
          <VisuallyHidden>
            <h1>{t('library.title')}</h1>
          </VisuallyHidden>
          {projectMenu}
        </div>
        {count !== 0 && paste}
        <Button icon={Share} onClick={onExport} disabled={count === 0}>
          {t('library.export')}
        </Button>
        {count !== 0 && add}
        <IconButton icon={Users} label={t('menu.people')} command="people" onClick={() => dispatchMenuCommand('people')} />
        <IconButton icon={Tags} label={t('menu.schema')} command="schema" onClick={() => dispatchMenuCommand('schema')} />
        <IconButton icon={ChartColumn} label={t('menu.agreement')} command="agreement" onClick={() => dispatchMenuCommand('agreement')} />
        <IconButton icon={Keyboard} label={t('menu.show-keys')} command="show-keys" onClick={onKeys} />
        <IconButton icon={Settings2} label={t('settings.title')} command="settings" onClick={onSettings} />
      </header>
      <main className={styles.main} data-empty={count === 0}>
        {count === 0 && (
          <EmptyState icon={Library} title={t('library.empty.title')} actions={<>{paste}{add}</>}>
            {t('library.empty.text')}
          </EmptyState>
        )}
        {count !== undefined && count > 0 && <ArticleGrid store={store} count={count} from={from} onOpen={onOpen} />}
        {totals && count !== 0 && (
          <aside className={styles.side} aria-label={t('library.totals')}>
            <TotalsPanel totals={totals} />
          </aside>
        )}
      </main>
    </div>
  );
}
