import { useMemo } from 'react';
import { type Settings } from '../../../shared/bridge.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { ArticleEditor } from '../../editor/ArticleEditor.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { previewAnnotations, sentence } from './preview-sentence.ts';
import styles from './SchemaView.module.css';
import { type Selection } from './selection.ts';

/** How the person reads an article. */
export type PreviewLook = Pick<Settings, 'readingSize' | 'readingFont' | 'lineHeight'>;

interface SchemaPreviewProps {
  readonly schema: Schema;
  readonly selection: Selection;
  readonly look: PreviewLook;
}

const nothing = () => {};
const noBadges: ReadonlyMap<AnnotationId, string> = new Map();

/** A sentence of the sample as an article would show it now, the open label raised. */
export function SchemaPreview({ schema, selection, look: { readingSize, readingFont, lineHeight } }: SchemaPreviewProps) {
  const { t, language } = useMessages();
  const annotations = useMemo(() => previewAnnotations(schema), [schema]);
  const focused = selection.kind === 'label' ? annotations.find(({ label }) => label === selection.label)?.id : undefined;
  return (
    <aside className={styles.preview} aria-label={t('schema.preview')}>
      <h2 className={styles.previewTitle}>{t('schema.preview')}</h2>
      <div dir="rtl" lang="fa">
        <ArticleEditor
          text={sentence}
          schema={schema}
          language={language}
          annotations={annotations}
          focused={focused ?? null}
          related={[]}
          pieces={[]}
          badges={noBadges}
          {...{ readingSize, readingFont, lineHeight }}
          ariaLabel={t('schema.preview')}
          ariaDescription={t('annotate.text.locked')}
          onSelect={nothing}
          onPress={nothing}
          onMoveBorder={nothing}
        />
      </div>
    </aside>
  );
}
