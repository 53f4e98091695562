import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type TextLook } from '../../editor/editor-contract.ts';
import { type ReviewTextHandle } from '../../editor/review-contract.ts';
import { ReviewText } from '../../editor/ReviewText.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { arcsOf, drawnPast, drawnReview } from './drawn.ts';
import { type ReviewScene, spansOf } from './scene.ts';
import { SideBySide } from './SideBySide.tsx';
import { type CaseList } from './use-case-list.ts';

interface DeskTextProps extends Pick<CaseList, 'about' | 'focused' | 'settled'> {
  readonly scene: ReviewScene;
  /** By this the desk leads somewhere in the text. */
  readonly handle: RefObject<ReviewTextHandle | null>;
  readonly isSideBySide: boolean;
  /** The gold set as it was, to be shown instead; `null` for now. */
  readonly past: readonly Annotation[] | null;
  /** A form of one's own that is being made. */
  readonly draft: readonly Span[];
  readonly textLook: TextLook;
  readonly onPress: (key: string | null) => void;
  readonly onSelect: (selected: { readonly span: Span } | null) => void;
}

/** The text with everybody's readings, as one or side by side; the case at hand is brought into sight. */
export function DeskText({ scene, handle, about, focused, settled, isSideBySide, past, draft, textLook, onPress, onSelect }: DeskTextProps) {
  const { t, language } = useMessages();
  const { article, schema } = scene;
  const drawnAll = useMemo(() => (past ? drawnPast(past) : drawnReview(scene)), [scene, past]);
  const arcs = useMemo(() => arcsOf(scene, about), [scene, about]);

  useEffect(() => handle.current?.focus(), [handle]);
  const span = about ? spansOf(scene, about)[0] : undefined;
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    // What is shown the other way begins at its top.
    const place = `${isSideBySide} ${focused}`;
    if (!span || revealed.current === place) return;
    revealed.current = place;
    handle.current?.reveal(span);
  }, [handle, focused, span, isSideBySide]);

  return (
    <main className={styles.text} dir="rtl" lang={article.language} tabIndex={0}>
      <VisuallyHidden>
        <h2><Words lang={article.language}>{article.title}</Words></h2>
      </VisuallyHidden>
      {isSideBySide ? (
        <SideBySide ref={handle} scene={scene} focused={focused} settled={settled} textLook={textLook} onPress={onPress} />
      ) : (
        <ReviewText
          ref={handle}
          text={article.text}
          schema={schema}
          language={language}
          {...drawnAll}
          settled={settled}
          focused={focused}
          arcs={arcs}
          draft={draft}
          {...textLook}
          ariaLabel={t('adjudicate.text')}
          ariaDescription={t('adjudicate.text.about')}
          onPress={onPress}
          onSelect={onSelect}
        />
      )}
    </main>
  );
}
