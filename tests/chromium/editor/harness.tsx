import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../../../renderer/ui/global.css';
import { ArticleEditor } from '../../../renderer/editor/ArticleEditor.tsx';
import { type ArticleEditorProps, type EditorHandle, type PressedPlace } from '../../../renderer/editor/editor-contract.ts';
import { type ReviewTextProps } from '../../../renderer/editor/review-contract.ts';
import { ReviewText } from '../../../renderer/editor/ReviewText.tsx';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type InvisibleKind } from '../../../shared/text/invisibles.ts';
import { type SnapUnit } from '../../../shared/text/snap.ts';
import schema from '../../../seeds/schema.json';
import './harness.css';

/** What a test gives: props without functions and Maps, so that they cross into the page. */
export type Scenario = Pick<ArticleEditorProps, 'text' | 'annotations' | 'focused' | 'related' | 'pieces' | 'readingSize' | 'language'> & {
  readonly badges: readonly (readonly [AnnotationId, string])[];
  readonly lineHeight?: number;
  readonly selectionUnit?: SnapUnit;
  /** Names of the invisible characters that are marked. */
  readonly invisibles?: readonly (readonly [InvisibleKind, string])[];
};

/** The text under review, with what is drawn of its cases. */
export type ReviewScenario = Pick<ReviewTextProps, 'text' | 'marks' | 'signs' | 'stretches' | 'focused'>;

/** What the editor reported, in order. */
export type Call =
  | { readonly name: 'select'; readonly value: Parameters<ArticleEditorProps['onSelect']>[0] }
  | { readonly name: 'press'; readonly value: AnnotationId | null }
  | { readonly name: 'moveBorder'; readonly value: Parameters<ArticleEditorProps['onMoveBorder']> }
  | { readonly name: 'menu'; readonly value: PressedPlace }
  | { readonly name: 'linkDrag'; readonly value: Parameters<NonNullable<ArticleEditorProps['onLinkDrag']>> };

export interface Harness {
  show(scenario: Scenario): void;
  review(scenario: ReviewScenario): void;
  readonly calls: Call[];
  handle: EditorHandle;
}

declare global {
  interface Window {
    readonly harness: Harness;
  }
}

const empty: Scenario = { text: '', annotations: [], focused: null, related: [], pieces: [], badges: [], readingSize: 19, language: 'fa' };
const nothing: ReadonlySet<string> = new Set();
const calls: Call[] = [];
let present: (scenario: Scenario) => void = () => {};
let presentReview: (scenario: ReviewScenario) => void = () => {};

function Page(): ReactElement {
  const [{ badges, invisibles, ...scenario }, show] = useState(empty);
  const [review, showReview] = useState<ReviewScenario | null>(null);
  const names = useMemo(() => invisibles && new Map(invisibles), [invisibles]);
  useEffect(() => {
    present = show;
    presentReview = showReview;
  }, []);
  if (review)
    return (
      <main className="pane">
        <ReviewText
          {...review}
          schema={schema as unknown as Schema}
          language="fa"
          settled={nothing}
          arcs={[]}
          draft={[]}
          readingSize={19}
          ariaLabel="متن خبر"
          ariaDescription="متن قفل است"
          onPress={() => {}}
          onSelect={() => {}}
        />
      </main>
    );
  return (
    <main className="pane">
      <ArticleEditor
        key={scenario.text}
        {...scenario}
        ref={(handle) => {
          if (handle) harness.handle = handle;
        }}
        badges={new Map(badges)}
        invisibles={names ?? null}
        schema={schema as unknown as Schema}
        ariaLabel="متن خبر"
        ariaDescription="متن قفل است؛ فقط برچسب می‌زنید"
        onSelect={(value) => calls.push({ name: 'select', value })}
        onPress={(value) => calls.push({ name: 'press', value })}
        onMoveBorder={(...value) => calls.push({ name: 'moveBorder', value })}
        onMenu={(value) => calls.push({ name: 'menu', value })}
        onLinkDrag={(...value) => calls.push({ name: 'linkDrag', value })}
      />
    </main>
  );
}

const harness: Harness = {
  show: (scenario) => flushSync(() => present(scenario)),
  review: (scenario) => flushSync(() => presentReview(scenario)),
  calls,
  handle: undefined as unknown as EditorHandle,
};
Object.assign(window, { harness });

const root = document.querySelector('#root');
if (!root) throw new Error('no root');
createRoot(root).render(<Page />);
