import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { directionOf } from '../../../shared/text/direction.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { relationDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Gesture, pressed } from './gesture.ts';
import { type ModeOf } from './mode.ts';
import panel from './panel.module.css';
import styles from './ProposalPanel.module.css';
import { type Proposed } from './proposed.ts';
import { type Scene, targetWords } from './scene.ts';
import { surroundings } from './surroundings.ts';

interface ProposalPanelProps {
  readonly scene: Scene;
  readonly mode: ModeOf<'proposal'>;
  /** Of the Article. */
  readonly language: string;
  readonly onGesture: (gesture: Gesture) => void;
}

/** What Enter would make, each where it stands, with a tick to take away. The text keeps the focus: J, K and Space work from there. */
export function ProposalPanel({ scene, mode, language, onGesture }: ProposalPanelProps) {
  const { t } = useMessages();
  const { purpose, items, cursor } = mode;
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Newer engines answer with a promise, which an effect may not return.
    void current.current?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const title = purpose.kind === 'same' ? t('proposal.same', { n: items.length }) : t('proposal.frame');
  return (
    <aside className={styles.panel} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton icon={X} label={t('choice.close')} shortcut="Esc" onClick={() => onGesture({ kind: 'leave' })} />
      </div>
      <ul className={styles.list}>
        {items.map((item, index) => (
          <li key={item.span?.start ?? item.target?.id} ref={index === cursor ? current : null} data-current={index === cursor}>
            <button
              type="button"
              role="checkbox"
              aria-checked={item.isTaken}
              className={styles.item}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onGesture({ kind: 'pick', index })}
            >
              <span className={styles.tick} aria-hidden>
                {item.isTaken && <Check size={14} strokeWidth={2.5} />}
              </span>
              <span className={styles.what}>
                <What scene={scene} item={item} textLanguage={language} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button kind="primary" onMouseDown={(event) => event.preventDefault()} onClick={() => onGesture(pressed('confirm'))}>
        {t('proposal.accept', { n: items.filter(({ isTaken }) => isTaken).length })}
        <KeyHint>{'Enter'}</KeyHint>
      </Button>
    </aside>
  );
}

function What({ scene, item, textLanguage }: { readonly scene: Scene; readonly item: Proposed; readonly textLanguage: string }) {
  const { t, language } = useMessages();
  const relation = item.relation === null ? undefined : relationDef(scene.schema, item.relation);
  return (
    <>
      {relation && (
        <span className={styles.relation}>
          {item.label && <LabelSign schema={scene.schema} label={item.label} />}
          <bdi>{relation.name[language]}</bdi>
          {item.target && <span className={panel.muted}>{t('proposal.there')}</span>}
        </span>
      )}
      {item.span ? <Passage text={scene.text} span={item.span} language={textLanguage} /> : <Words>{(item.target && targetWords(scene, item.target)) ?? ''}</Words>}
    </>
  );
}

/** The words in their sentence. */
function Passage({ text, span, language }: { readonly text: string; readonly span: Span; readonly language: string }) {
  const { before, after } = surroundings(text, span);
  const whole = before + text.slice(span.start, span.end) + after;
  return (
    <bdi lang={language} dir={directionOf(whole)} className={styles.passage}>
      {before}
      <mark className={styles.hit}>{text.slice(span.start, span.end)}</mark>
      {after}
    </bdi>
  );
}
