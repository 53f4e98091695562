import { type ArticleId } from '../../shared/model/id.ts';
import { type TextLook } from '../editor/editor-contract.ts';
import { useSteady } from '../ui/use-steady.ts';
import { AdjudicateView, type AdjudicateViewProps } from '../views/adjudicate/AdjudicateView.tsx';
import { GoldView } from '../views/adjudicate/GoldView.tsx';
import { type AgreementMemory } from '../views/agreement/agreement-memory.ts';
import { AgreementView } from '../views/agreement/AgreementView.tsx';
import { AnnotateView } from '../views/annotate/AnnotateView.tsx';
import { type OnPaper } from '../views/annotate/on-paper.ts';
import { type Reading } from '../views/annotate/reading.ts';
import { ConcordanceView } from '../views/concordance/ConcordanceView.tsx';
import { Guideline } from '../views/guideline/Guideline.tsx';
import { DiscussionPane } from '../views/discussion/DiscussionPane.tsx';
import { QuestionsView, type QuestionsViewProps } from '../views/discussion/QuestionsView.tsx';
import { EntitiesView, type EntitiesViewProps } from '../views/entities/EntitiesView.tsx';
import { ExchangeView, type ExchangeViewProps } from '../views/exchange/ExchangeView.tsx';
import { type FolderDesk } from '../views/exchange/folder-desk.ts';
import { SealFrame } from '../views/exchange/SealFrame.tsx';
import { LibraryView, type LibraryViewProps } from '../views/library/LibraryView.tsx';
import { PastView } from '../views/past/PastView.tsx';
import { SchemaView } from '../views/schema/SchemaView.tsx';
import { type Route } from './session.ts';
import { type Beside } from './use-beside.ts';

export interface ScreenProps extends LibraryViewProps {
  readonly route: Route;
  readonly projectName: string;
  readonly reading: Reading;
  /** Of the app. */
  readonly version: string;
  readonly onLibrary: () => void;
  readonly onPaper: OnPaper;
  readonly onOpenAt: EntitiesViewProps['onOpen'];
  /** To what was talked about. */
  readonly onOpenAnchor: QuestionsViewProps['onOpen'];
  /** The queue of the project, perhaps at what was labelled before an entry of the guideline. */
  readonly onQuestions: (before: number | null) => void;
  /** Another Article on the screen of settling. */
  readonly onAdjudicate: AdjudicateViewProps['onOpen'];
  /** What the agreement screen showed last: it is there again when one comes back from a case. */
  readonly agreement: AgreementMemory;
  /** Back to the screen that one came from. */
  readonly onBack: () => void;
  /** What stands beside the text. */
  readonly beside: Beside | null;
  readonly onBeside: (beside: Beside | null) => void;
  readonly folder: FolderDesk;
  /** Shows what came through the folder. */
  readonly onShow: ExchangeViewProps['onShow'];
}

/** Letters and directions as in the editor, on every screen that shows the text. */
const textLookOf = ({ readingSize, readingFont, directionsIn }: Reading, article: ArticleId): TextLook => ({
  readingSize, readingFont, directions: directionsIn(article),
});

/** One line a screen. */
export function Screen({ route, projectName, version, reading, onLibrary, onPaper, onOpenAt, onOpenAnchor, onQuestions, agreement, onAdjudicate, onBack, beside, onBeside, folder, onShow, ...library }: ScreenProps) {
  const onGuideline = useSteady((isOpen: boolean) => onBeside(isOpen ? 'guideline' : null));
  const onDiscussion = useSteady((isOpen: boolean) => onBeside(isOpen ? 'discussion' : null));
  switch (route.view) {
    case 'library':
      return <LibraryView {...library} />;
    case 'people':
      return <EntitiesView store={library.store} onOpen={onOpenAt} onBack={onBack} />;
    case 'adjudicate':
      return (
        <AdjudicateView
          store={library.store}
          projectName={projectName}
          article={route.article}
          textLook={textLookOf(reading, route.article)}
          onOpen={onAdjudicate}
          onBack={onBack}
        />
      );
    case 'against-gold':
      return <GoldView store={library.store} article={route.article} textLook={textLookOf(reading, route.article)} onBack={onBack} />;
    case 'past':
      return (
        <PastView
          store={library.store}
          article={route.article}
          textLook={textLookOf(reading, route.article)}
          lineHeight={reading.lineHeight}
          onBack={() => library.onOpen(route.article)}
        />
      );
    case 'concordance':
      return <ConcordanceView store={library.store} onOpen={onOpenAt} onBack={onBack} />;
    case 'questions':
      return <QuestionsView store={library.store} before={route.before} onOpen={onOpenAnchor} onBack={onBack} />;
    case 'agreement':
      return <AgreementView store={library.store} projectName={projectName} memory={agreement} onOpen={onOpenAt} onAddFiles={library.onAddFiles} onBack={onBack} />;
    case 'schema':
      return <SchemaView store={library.store} look={reading} onBack={onBack} />;
    case 'exchange':
      return (
        <ExchangeView
          giving={route.giving ?? null}
          store={library.store}
          projectName={projectName}
          app={version}
          folder={folder}
          onShow={onShow}
          onOpen={library.onOpen}
          onAddFiles={library.onAddFiles}
          onBack={onLibrary}
        />
      );
    case 'annotate':
      return (
        <SealFrame store={library.store} article={route.article}>
          <AnnotateView
            key={`${route.article} ${route.at?.annotation ?? ''} ${route.passage?.start ?? ''}`}
            store={library.store}
            article={route.article}
            {...(route.at && { at: route.at })}
            {...(route.passage && { passage: route.passage })}
            projectName={projectName}
            reading={reading}
            onOpen={library.onOpen}
            onLibrary={onLibrary}
            onPaper={onPaper}
            onAddFiles={library.onAddFiles}
            renderBesideText={({ schema, label, onLeave, article, anchorsHere, onJump }) => (
              <>
                <Guideline store={library.store} article={article.id} onEarlier={onQuestions} schema={schema} label={label} onLeave={onLeave} isOpen={beside === 'guideline'} onOpenChange={onGuideline} />
                <DiscussionPane
                  store={library.store}
                  article={article}
                  anchorsHere={anchorsHere}
                  onJump={onJump}
                  onLeave={onLeave}
                  isOpen={beside === 'discussion'}
                  onOpenChange={onDiscussion}
                />
              </>
            )}
          />
        </SealFrame>
      );
  }
}
