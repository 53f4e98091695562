import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { mostTables } from '../../shared/bridge.ts';
import { firstExport } from '../../shared/dataset/last-export.ts';
import { type NamedSelection } from '../../shared/dataset/named-selection.ts';
import { type Anchor } from '../../shared/model/discussed.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { placeOf } from '../../shared/review/discussion.ts';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { type ProjectStore } from '../store/project-store.ts';
import { useMenuCommand } from '../ui/menu-commands.ts';
import { useSteady } from '../ui/use-steady.ts';
import { useToast } from '../ui/Toast.tsx';
import { useThrow } from '../ui/use-throw.ts';
import { newAgreementMemory } from '../views/agreement/agreement-memory.ts';
import { ExportWizard } from '../views/export/ExportWizard.tsx';
import { type BundleHandle } from '../views/exchange/BundleFlow.tsx';
import { type FolderDesk } from '../views/exchange/folder-desk.ts';
import { type OpenedBundle } from '../views/exchange/take-in-bundles.ts';
import { type ImportHandle, ImportFlow } from '../views/import/ImportFlow.tsx';
import { PasteDialog } from '../views/import/PasteDialog.tsx';
import { chosenSource, droppedSource, folderSources, type ImportSource, pastedSource } from '../views/import/source.ts';
import { ArticleSearch } from '../views/library/article-search.ts';
import { wholeShelf } from '../views/library/shelf.ts';
import { ArticlePalette } from '../views/palette/ArticlePalette.tsx';
import { searchThread } from '../workers/search-client.ts';
import { Bundles, bundleSource, isBundleName } from './Bundles.tsx';
import { DropTarget } from './DropTarget.tsx';
import { type NamedAct, type OpenDialog } from './open-dialog.ts';
import { recentArticles } from './places.ts';
import { Screen } from './routes.tsx';
import { SaveFailure } from './SaveFailure.tsx';
import { type Route, type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';
import { useBeside } from './use-beside.ts';
import { usePaper } from './use-paper.ts';
import { useReading } from './use-reading.ts';
import { useSharedFolder } from './use-shared-folder.ts';

export interface WorkspaceProps {
  readonly className: string | undefined;
  readonly store: ProjectStore;
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly projectMenu: ReactNode;
  readonly projectName: string;
  /** Of the app. */
  readonly version: string;
  readonly dialog: OpenDialog | null;
  readonly onDialog: (dialog: OpenDialog | null) => void;
  /** Files are about to come in. */
  readonly onIncoming: () => void;
}

const noSelections: readonly NamedSelection[] = [];

/** @throws if something could not be saved: the main process asks the person before it closes the window. */
async function flushed(store: ProjectStore): Promise<void> {
  await store.flush();
  const state = store.saveState();
  if (state.kind === 'failed') throw new Error(`not saved: ${state.code} ${state.detail}`);
}

/** An open project: its screen, and the ways in and out of it. */
export function Workspace({ className, store, session, settings, projectMenu, projectName, version, dialog, onDialog, onIncoming }: WorkspaceProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const toast = useToast();
  const cameFrom = useRef<Route>({ view: 'library' });
  const isNameless = useRef(false);
  const [agreement] = useState(newAgreementMemory);
  const imports = useRef<ImportHandle>(null);
  const bundles = useRef<BundleHandle>(null);
  const route = useStore(session.state, (state) => state.route);
  const [shelf, setShelf] = useState(wholeShelf);
  const [isSearchAsked, setSearchAsked] = useState(false);
  const search = useMemo(() => new ArticleSearch(store, searchThread), [store]);
  useEffect(() => () => search.end(), [search]);
  const saved = useStore(settings, ({ settings: now }) => now.exports[store.info.id]?.selections ?? noSelections);
  const isUnnamed = useStore(settings, ({ settings: now }) => now.annotatorName === '');
  const reading = useReading(settings, store.info.id);
  const [beside, onBeside] = useBeside(reading);
  const recent = () => recentArticles(settings.getState().settings.places, store.info.id);

  const onPaper = usePaper(projectName, useStore(settings, ({ settings: now }) => now.annotatorName));

  /** What came through the shared folder is shown as a report, as files are that were opened. */
  const showOffered = (desk: FolderDesk, offered: readonly OpenedBundle[]): void =>
    bundles.current?.take(offered.map(({ bundle, file }) => ({ name: bundle.name, read: async () => file })), () => {
      desk.told(offered);
      desk.look().catch(raise);
    });
  const folder = useSharedFolder(store, projectName, route.view === 'exchange', (desk) => showOffered(desk, desk.state.getState().offered));
  const lookAgain = useCallback(() => void folder.look().catch(raise), [folder, raise]);
  const tellIncoming = useSteady(onIncoming);
  /** What a colleague gave goes another way than articles. */
  const takeIn = useCallback((sources: readonly ImportSource[]) => {
    if (sources.length > 0) tellIncoming();
    bundles.current?.take(sources.filter(({ name }) => isBundleName(name)).map(bundleSource), lookAgain);
    imports.current?.take(sources.filter(({ name }) => !isBundleName(name)));
  }, [tellIncoming, lookAgain]);
  const addFiles = () => {
    const choose = async () => takeIn((await bridge.chooseFiles(t('library.add'))).map((file) => chosenSource(file, bridge)));
    choose().catch(raise);
  };
  const addFolder = () => {
    const choose = async () => {
      const chosen = await bridge.chooseFolder(t('import.folder'));
      if (!chosen.ok) return toast(t(problemMessage(chosen.failure)), { kind: 'error' });
      if (!chosen.value) return;
      const sources = folderSources(chosen.value, bridge);
      if (sources.length === 0) return toast(t('import.folder.empty'));
      imports.current?.take(sources);
    };
    choose().catch(raise);
  };
  const addText = useCallback((text: string) => imports.current?.take([pastedSource(text, t('import.pasted'))]), [t]);
  const showLibrary = () => session.show({ view: 'library' });
  const showSchema = () => {
    cameFrom.current = route;
    session.show({ view: 'schema' });
  };
  const showPeople = () => {
    cameFrom.current = route;
    session.show({ view: 'people' });
  };
  const review = (view: 'adjudicate' | 'against-gold' | 'past') => () => {
    if (route.view !== 'annotate') return;
    cameFrom.current = route;
    session.show({ view, article: route.article });
  };
  const showConcordance = () => {
    cameFrom.current = route;
    session.show({ view: 'concordance' });
  };
  const showQuestions = (before: number | null) => {
    cameFrom.current = route;
    session.show({ view: 'questions', before });
  };
  /** What was said there stands beside it. */
  const openAnchor = async (article: ArticleId, anchor: Anchor): Promise<void> => {
    const own = await store.ownSet(article);
    const place = placeOf(anchor, [...(own ? [own] : []), ...(await store.otherSets(article))])?.[0];
    onBeside('discussion');
    if (anchor.kind === 'annotation' && place) session.show({ view: 'annotate', article, at: { set: anchor.set, annotation: anchor.annotation } });
    else session.show({ view: 'annotate', article, ...(place && { passage: place }) });
  };
  const showAgreement = () => {
    cameFrom.current = route;
    session.show({ view: 'agreement' });
  };
  const openArticle = (article: ArticleId) => session.show({ view: 'annotate', article });
  const closeDialog = () => onDialog(null);
  /** What it leads to carries the annotator's name, which is asked for before the first time. */
  const goOn = (act: NamedAct): void => {
    if (act.kind === 'exchange') session.show({ view: 'exchange', ...(act.giving && { giving: act.giving }) });
    else if (act.kind === 'export') onDialog('export');
    else review('adjudicate')();
  };
  const begin = (act: NamedAct) => (isUnnamed && !isNameless.current ? onDialog({ kind: 'ask-name', act }) : goOn(act));
  const openExport = () => begin({ kind: 'export' });
  useLayoutEffect(() => {
    if (typeof dialog !== 'object' || dialog?.kind !== 'go-on') return;
    // Whoever gave none is not asked again while the project is open.
    isNameless.current = true;
    closeDialog();
    goOn(dialog.act);
  });

  useMenuCommand('open-files', addFiles);
  useMenuCommand('open-folder', addFolder);
  useMenuCommand('export', openExport);
  useMenuCommand('open-article', () => onDialog('articles'));
  useMenuCommand('search', () => {
    showLibrary();
    setSearchAsked(true);
  });
  useMenuCommand('people', showPeople, route.view !== 'people');
  useMenuCommand('exchange', () => begin({ kind: 'exchange' }), route.view !== 'exchange');
  useMenuCommand('adjudicate', () => begin({ kind: 'adjudicate' }), route.view === 'annotate');
  useMenuCommand('against-gold', review('against-gold'), route.view === 'annotate');
  useMenuCommand('past', review('past'), route.view === 'annotate');
  useMenuCommand('concordance', showConcordance, route.view !== 'concordance');
  useMenuCommand('questions', () => showQuestions(null), route.view !== 'questions');
  useMenuCommand('schema', showSchema, route.view !== 'schema');
  useMenuCommand('agreement', showAgreement, route.view !== 'agreement');
  useMenuCommand('library', showLibrary, route.view !== 'library');
  useEffect(() => {
    const take = () => void bridge.takeFiles().then((files) => takeIn(files.map((file) => chosenSource(file, bridge))), raise);
    // What was handed over while no project was open is waiting.
    take();
    bundles.current?.take(session.takePassed(), lookAgain);
    return bridge.onFiles(take);
  }, [raise, session, takeIn, lookAgain]);
  useEffect(() => bridge.onFlush(() => flushed(store)), [store]);

  return (
    <div className={className}>
      <Screen
        route={route}
        store={store}
        projectName={projectName}
        version={version}
        reading={reading}
        from={recent()[0] ?? null}
        shelf={shelf}
        onShelf={setShelf}
        saved={saved}
        onSave={(selections) => {
          const { settings: now, change } = settings.getState();
          const last = now.exports[store.info.id] ?? firstExport;
          void change({ exports: { ...now.exports, [store.info.id]: { ...last, selections } } });
        }}
        projectMenu={projectMenu}
        onOpen={openArticle}
        onLibrary={showLibrary}
        onPaper={onPaper}
        search={search}
        isSearchAsked={isSearchAsked}
        onSearchBegun={() => setSearchAsked(false)}
        onOpenPassage={(article, passage) => session.show({ view: 'annotate', article, ...(passage && { passage }) })}
        onOpenAnchor={(article, anchor) => void openAnchor(article, anchor).catch(raise)}
        onQuestions={showQuestions}
        onOpenAt={({ article, ...at }) => session.show({ view: 'annotate', article, at })}
        onAdjudicate={(article) => session.show({ view: 'adjudicate', article })}
        agreement={agreement}
        onBack={() => session.show(cameFrom.current)}
        beside={beside}
        onBeside={onBeside}
        onAddFiles={addFiles}
        onPaste={() => onDialog('paste')}
        onPasted={addText}
        onExport={openExport}
        onGive={(giving) => begin({ kind: 'exchange', giving })}
        folder={folder}
        onShow={(offered) => showOffered(folder, offered)}
        onSettings={() => onDialog('settings')}
        onKeys={() => onDialog('keys')}
      />
      {route.view !== 'annotate' && <SaveFailure store={store} />}
      <DropTarget onFiles={(files) => takeIn(files.map(({ file, path }) => droppedSource(file, path)))} />
      <Bundles ref={bundles} store={store} session={session} settings={settings} />
      <ImportFlow
        ref={imports}
        store={store}
        lastChoices={(format) => settings.getState().settings.imports[store.info.id]?.[format] ?? []}
        onChoices={(format, choices) => {
          const { settings: now, change } = settings.getState();
          void change({ imports: { ...now.imports, [store.info.id]: { ...now.imports[store.info.id], [format]: choices } } });
        }}
        lastColumns={(key) => settings.getState().settings.tables[key]}
        onColumns={(key, mapping) => {
          const { settings: now, change } = settings.getState();
          const others = Object.entries(now.tables).filter(([other]) => other !== key);
          void change({ tables: Object.fromEntries([[key, mapping], ...others].slice(0, mostTables)) });
        }}
        onOnlyArticle={openArticle}
      />
      {dialog === 'articles' && (
        <ArticlePalette
          store={store}
          recent={recent()}
          onOpen={(article) => {
            closeDialog();
            openArticle(article);
          }}
          onAddFiles={() => {
            closeDialog();
            addFiles();
          }}
          onClose={closeDialog}
        />
      )}
      {dialog === 'paste' && <PasteDialog onAdd={addText} onClose={closeDialog} />}
      {dialog === 'export' && (
        <ExportWizard
          store={store}
          name={projectName}
          app={version}
          last={settings.getState().settings.exports[store.info.id] ?? null}
          onRemember={(last) => {
            const { settings: now, change } = settings.getState();
            void change({ exports: { ...now.exports, [store.info.id]: last } });
          }}
          onOpen={openArticle}
          onOpenAt={({ article, set, annotation }) => session.show({ view: 'annotate', article, at: { set, annotation } })}
          onClose={closeDialog}
        />
      )}
    </div>
  );
}
