import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { useThrow } from '../ui/use-throw.ts';
import { type DroppedFile, droppedFiles } from './dropped-files.ts';
import styles from './DropTarget.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped anywhere on the window. What is no file is nobody's business here. */
export function DropTarget({ onFiles }: { readonly onFiles: (files: readonly DroppedFile[]) => void }) {
  const { t } = useMessages();
  const raise = useThrow();
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    /** Every element under the pointer tells of its own entering and leaving. */
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer) droppedFiles(event.dataTransfer).then((files) => latest.current(files), raise);
    };
    const listeners = { dragenter: enter, dragover: over, dragleave: leave, drop } as const;
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [type, listener] of entries) window.addEventListener(type, listener, { capture: true });
    return () => {
      for (const [type, listener] of entries) window.removeEventListener(type, listener, { capture: true });
    };
  }, [raise]);
  if (!isOver) return null;
  return (
    <div className={styles.overlay} role="status">
      <FileDown size={40} strokeWidth={1.25} aria-hidden className={styles.icon} />
      <p className={styles.title}>{t('drop.title')}</p>
      <p className={styles.hint}>{t('drop.hint')}</p>
    </div>
  );
}
