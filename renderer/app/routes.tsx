import { AnnotateView } from '../views/annotate/AnnotateView.tsx';
import { LibraryView, type LibraryViewProps } from '../views/library/LibraryView.tsx';
import { type Route } from './session.ts';

export interface ScreenProps extends LibraryViewProps {
  readonly route: Route;
  readonly projectName: string;
  /** CSS pixels. */
  readonly readingSize: number;
  readonly onLibrary: () => void;
}

/** One line a screen. */
export function Screen({ route, projectName, readingSize, onLibrary, ...library }: ScreenProps) {
  switch (route.view) {
    case 'library':
      return <LibraryView {...library} />;
    case 'annotate':
      return (
        <AnnotateView
          key={route.article}
          store={library.store}
          article={route.article}
          projectName={projectName}
          readingSize={readingSize}
          onOpen={library.onOpen}
          onLibrary={onLibrary}
          onAddFiles={library.onAddFiles}
        />
      );
  }
}
