import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import styles from './FindBar.module.css';
import { type Find } from './use-find.ts';

/** Looks for words in the article: Enter goes on, Shift+Enter back, Escape to the text with the hit selected. */
export function FindBar({ find }: { readonly find: Find }) {
  const { t } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [find.turn]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') find.close();
    else if (event.key === 'Enter' && event.target === field.current) find.move(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = find.hits.length > 0 ? t('find.count', { n: find.current + 1, total: find.hits.length }) : t('find.none');
  return (
    <search className={styles.bar} aria-label={t('find.title')}>
      <input
        ref={field}
        type="text"
        dir={fieldDirection(find.words)}
        className={styles.field}
        aria-label={t('find.field')}
        placeholder={t('find.title')}
        value={find.words}
        onChange={(event) => find.write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.count}>
        {find.words.trim() !== '' && count}
      </span>
      <IconButton icon={ChevronUp} label={t('find.previous')} shortcut="Shift+Enter" disabled={find.hits.length === 0} onClick={() => find.move(-1)} onKeyDown={onKeyDown} />
      <IconButton icon={ChevronDown} label={t('find.next')} shortcut="Enter" disabled={find.hits.length === 0} onClick={() => find.move(1)} onKeyDown={onKeyDown} />
      <IconButton icon={X} label={t('find.close')} shortcut="Esc" onClick={find.close} onKeyDown={onKeyDown} />
    </search>
  );
}
