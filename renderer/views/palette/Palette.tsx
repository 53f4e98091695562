import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Chord } from '../../ui/keyboard.ts';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import { holdMenuCommands } from '../../ui/menu-commands.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import { type Findable, found } from './choices.ts';
import styles from './Palette.module.css';

export interface PaletteLine extends Findable {
  readonly id: string;
  readonly words: string;
  /** Said after the words, quietly. */
  readonly detail?: string | undefined;
  /** The key that does the same. */
  readonly chord?: Chord | undefined;
}

export interface PaletteProps<Line extends PaletteLine> {
  readonly title: string;
  /** Name of the field that is searched with. */
  readonly search: string;
  readonly lines: readonly Line[];
  /** Shown in place of an empty list. */
  readonly nothing: ReactNode;
  /** The button that changes that. */
  readonly action?: ReactNode;
  readonly onChoose: (line: Line) => void;
  readonly onClose: () => void;
}

/** More are found by writing more. */
const shown = 100;

/** A field and the lines that it finds: letters narrow them, arrows walk, Enter chooses, Escape leaves. */
export function Palette<Line extends PaletteLine>({ title, search, lines, nothing, action, onChoose, onClose }: PaletteProps<Line>) {
  const { t } = useMessages();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  useLayoutEffect(holdMenuCommands, []);

  const matches = useMemo(() => found(lines, query, shown), [lines, query]);
  const current = Math.min(cursor, matches.length - 1);
  useEffect(() => {
    // Newer engines answer with a promise, which an effect may not return.
    void list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, matches]);

  const walk: Readonly<Record<string, number>> = {
    ArrowDown: current + 1 < matches.length ? current + 1 : 0,
    ArrowUp: current > 0 ? current - 1 : matches.length - 1,
    PageDown: Math.min(current + 8, matches.length - 1),
    PageUp: Math.max(current - 8, 0),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = walk[event.key];
    const line = matches[current];
    if (next !== undefined) setCursor(Math.max(0, next));
    else if (event.key === 'Enter' && line) onChoose(line);
    else return;
    event.preventDefault();
  };
  return (
    <BaseDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.scrim} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup className={styles.popup} initialFocus={field}>
            <BaseDialog.Title render={<VisuallyHidden />}>{title}</BaseDialog.Title>
            <div className={styles.search}>
              <Search size={18} strokeWidth={1.75} aria-hidden className={styles.sign} />
              <input
                ref={field}
                type="text"
                role="combobox"
                dir={fieldDirection(query)}
                className={styles.field}
                aria-label={search}
                aria-expanded={matches.length > 0}
                aria-controls={`${id}-list`}
                aria-autocomplete="list"
                {...(matches.length > 0 && { 'aria-activedescendant': `${id}-${current}` })}
                placeholder={search}
                value={query}
                onChange={(event) => {
                  setQuery(event.target.value);
                  setCursor(0);
                }}
                onKeyDown={onKeyDown}
              />
            </div>
            <ul ref={list} id={`${id}-list`} role="listbox" className={styles.list} aria-label={title} data-empty={matches.length === 0}>
              {matches.map((line, index) => (
                <li
                  key={line.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === current}
                  className={styles.line}
                  onMouseMove={() => setCursor(index)}
                  // The field keeps the focus and hears the keys; the pointer may press a line all the same.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(line)}
                >
                  <bdi dir={directionOf(line.words)} className={styles.words}>{line.words}</bdi>
                  {line.detail && <span className={styles.detail}>{line.detail}</span>}
                  {line.chord && <KeyCaps chord={line.chord} />}
                </li>
              ))}
            </ul>
            {matches.length === 0 && (
              <div className={styles.nothing}>
                <p>{nothing}</p>
                {action}
              </div>
            )}
            <VisuallyHidden role="status">{t('palette.found', { n: matches.length })}</VisuallyHidden>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
