import { FolderOpen } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface FolderDialogProps {
  readonly onAdd: (files: readonly File[]) => void;
  readonly onClose: () => void;
}

/** The way to a folder: the system's own dialog opens only where somebody presses a button for it, not from a native menu. */
export function FolderDialog({ onAdd, onClose }: FolderDialogProps) {
  const { t } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // React does not know the attribute. An effect would come too early: a dialog has its contents later than it is there itself.
  const prepare = useCallback((node: HTMLInputElement | null) => {
    node?.setAttribute('webkitdirectory', '');
    input.current = node;
  }, []);
  const take = () => {
    onAdd([...(input.current?.files ?? [])]);
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button ref={button} kind="primary" icon={FolderOpen} onClick={() => input.current?.click()}>
        {t('import.folder.choose')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('import.folder.title')} footer={footer} focusFirst={() => button.current}>
      <p>{t('import.folder.words')}</p>
      <input ref={prepare} type="file" multiple hidden aria-label={t('import.folder.choose')} onChange={take} />
    </Dialog>
  );
}
