import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Bridge, type Outcome, type ProjectInfo } from '../../shared/bridge.ts';
import { type AnnotationId, type ArticleId, type ProjectId, type SetId } from '../../shared/model/id.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Problem, problem, type Result } from '../../shared/result.ts';
import { type Span } from '../../shared/text/offsets.ts';
import { type ProjectStore } from '../store/project-store.ts';
import { type BundleSource } from '../views/exchange/take-in-bundles.ts';
import { visited } from './places.ts';
import { type SettingsStore } from './settings.ts';

/** An Annotation in one of an Article's sets. */
export interface SetPlace {
  readonly set: SetId;
  readonly annotation: AnnotationId;
}

/** Which screen is shown; an Article may be opened at an Annotation, or at a passage of its text. */
export type Route = { readonly view: 'library' } | { readonly view: 'annotate'; readonly article: ArticleId; readonly at?: SetPlace; readonly passage?: Span } | { readonly view: 'adjudicate' | 'against-gold' | 'past'; readonly article: ArticleId } | { readonly view: 'people' } | { readonly view: 'concordance' } | { readonly view: 'schema' } | { readonly view: 'agreement' } | { readonly view: 'questions'; readonly before: number | null } | { readonly view: 'exchange'; readonly giving?: readonly ArticleId[] };

export type ProjectState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly store: ProjectStore }
  | { readonly kind: 'failed'; readonly project: ProjectId | null; readonly problems: readonly Problem[] };

export interface SessionState {
  readonly projects: readonly ProjectInfo[];
  readonly project: ProjectState;
  readonly route: Route;
  /** Their folders were gone when the program started, and were made anew. */
  readonly broughtBack: readonly ProjectId[];
  /** Names of those that were there, and of which nothing could be found to make them of. */
  readonly lost: readonly string[];
}

/** What a project begins with that came from another laptop. */
export interface ProjectBeginning {
  readonly schema: Schema;
  readonly seed?: Dataset;
}

/** What a session needs of the world. */
export interface SessionTools {
  readonly bridge: Pick<Bridge, 'listProjects' | 'lostProjects' | 'createProject' | 'bringBackProject' | 'renameProject' | 'markProject' | 'purgeProject'>;
  readonly settings: SettingsStore;
  /** With `withSample`, a project that is still empty begins with the sample article. */
  /** `begin`: what a new one begins with, where it is not the usual. */
  readonly open: (project: ProjectInfo, withSample: boolean, begin?: ProjectBeginning) => Promise<Result<ProjectStore>>;
  /** Lets go of a project's working copy. */
  readonly forget: (project: ProjectId) => Promise<void>;
  /** Is there a working copy of it? */
  readonly hasWorkingCopy: (project: ProjectId) => Promise<boolean>;
  readonly sampleName: string;
  /** Of a project whose name went with its folder. */
  readonly broughtBackName: string;
}

/** Which project is open and what is shown of it; the settings remember both. */
export interface Session {
  readonly state: StoreApi<SessionState>;
  /** Opens the last project where it was left; the sample project when there is none yet. */
  readonly start: () => Promise<void>;
  readonly switchTo: (project: ProjectId) => Promise<void>;
  /** Makes a project and opens it. Both give what went wrong, or `null`. */
  readonly create: (name: string, schema?: Schema) => Promise<Problem | null>;
  /** As `create`, of what came from another laptop; `id`: its own, where it is to be the same project here. */
  readonly createFrom: (name: string, id: ProjectId | undefined, begin: ProjectBeginning) => Promise<Problem | null>;
  /** Files that are to be taken in by the next project that opens, each once. */
  readonly passOn: (sources: readonly BundleSource[]) => void;
  readonly takePassed: () => readonly BundleSource[];
  /** Puts a project away or deletes it for a month, or takes that back. One that is open gives way to another. */
  readonly mark: (project: ProjectId, mark: 'archived' | 'deleted', isSet: boolean) => Promise<Problem | null>;
  /** A project that came into being elsewhere, from a backup: it is listed and opened. */
  readonly adopt: (project: ProjectInfo) => Promise<void>;
  readonly rename: (project: ProjectId, name: string) => Promise<Problem | null>;
  readonly show: (route: Route) => void;
  /** Opens the open project anew, where it is: it takes the annotator's name from the settings when it is opened. */
  readonly reopen: () => Promise<void>;
}

/** Those that one can work in. */
export const activeProjects = (projects: readonly ProjectInfo[]): readonly ProjectInfo[] =>
  projects.filter(({ archived, deleted }) => archived === undefined && deleted === undefined);

const library: Route = { view: 'library' };

export function createSession({ bridge, settings, open, forget, hasWorkingCopy, sampleName, broughtBackName }: SessionTools): Session {
  const state = createStore<SessionState>(() => ({ projects: [], project: { kind: 'opening' }, route: library, broughtBack: [], lost: [] }));
  const { getState, setState } = state;
  const remember = settings.getState().change;
  let passed: readonly BundleSource[] = [];

  /** The settings know which Article is open, and in which order Articles were. */
  const rememberArticle = (project: ProjectId, article: ArticleId | null): Promise<void> => {
    const { places } = settings.getState().settings;
    return remember({ project, article, ...(article && { places: visited(places, project, article) }) });
  };
  const show = (route: Route): void => {
    const { project } = getState();
    setState({ route });
    if (project.kind === 'open') void rememberArticle(project.store.info.id, route.view === 'annotate' ? route.article : null);
  };
  const close = async (): Promise<void> => {
    const { project } = getState();
    setState({ project: { kind: 'opening' } });
    if (project.kind !== 'open') return;
    await project.store.flush();
    await project.store.close();
  };
  const openProject = async (project: ProjectInfo, withSample = false, begin?: ProjectBeginning): Promise<ProjectStore | null> => {
    const opened = await open(project, withSample, begin);
    if (!opened.ok) setState({ project: { kind: 'failed', project: project.id, problems: opened.problems } });
    return opened.ok ? opened.value : null;
  };
  const enter = async (store: ProjectStore, article: ArticleId | null): Promise<void> => {
    const found = article && (await store.row(article));
    const route: Route = found ? { view: 'annotate', article: found.id } : library;
    setState({ project: { kind: 'open', store }, route });
    await rememberArticle(store.info.id, found ? found.id : null);
  };

  /** No project was ever entered: the first run, or one that was cut short before the sample was in. */
  const enterSample = async (projects: readonly ProjectInfo[]): Promise<void> => {
    const [first] = activeProjects(projects);
    const made: Outcome<ProjectInfo> = first ? { ok: true, value: first } : await bridge.createProject(sampleName);
    if (!made.ok) return setState({ project: { kind: 'failed', project: null, problems: [problem(made.failure)] } });
    if (!first) setState({ projects: [...projects, made.value] });
    const store = await openProject(made.value, true);
    if (!store) return;
    const [row] = await store.rows(0, 1);
    await enter(store, row?.id ?? null);
  };

  const switchTo = async (id: ProjectId, begin?: ProjectBeginning): Promise<void> => {
    const project = getState().projects.find((one) => one.id === id);
    if (!project) throw new Error(`no project ${id} to switch to`);
    await close();
    const store = await openProject(project, false, begin);
    if (store) await enter(store, null);
  };

  /** What was deleted a month ago goes for good, Journal first: a working copy without one is nothing. */
  const purge = async (projects: readonly ProjectInfo[]): Promise<readonly ProjectInfo[]> => {
    const gone = new Set<ProjectId>();
    for (const { id, deleted } of projects) {
      if (deleted === undefined) continue;
      const purged = await bridge.purgeProject(id);
      if (!purged.ok || !purged.value) continue;
      gone.add(id);
      await forget(id);
    }
    return projects.filter(({ id }) => !gone.has(id));
  };

  /**
   * Projects whose folders somebody moved or deleted while their work is still elsewhere. The last one is looked for even where nobody has written
   * down that it was there: another one in its place would look like a loss. A refusal of the system is told of that one; others are tried again next time.
   */
  const bringBack = async (projects: readonly ProjectInfo[], last: ProjectId | null): Promise<Outcome<readonly ProjectInfo[]>> => {
    const lost: readonly { readonly id: ProjectId; readonly name: string }[] = await bridge.lostProjects();
    const isKnown = last === null || [...projects, ...lost].some(({ id }) => id === last);
    const back: ProjectInfo[] = [];
    const gone: string[] = [];
    for (const { id, name } of isKnown ? lost : [...lost, { id: last, name: broughtBackName }]) {
      const brought = await bridge.bringBackProject(id, (await hasWorkingCopy(id)) ? name : null);
      if (!brought.ok && id === last) return brought;
      if (brought.ok && brought.value) back.push(brought.value);
      else if (lost.some((one) => one.id === id)) gone.push(name);
    }
    setState(({ broughtBack }) => ({ broughtBack: [...broughtBack, ...back.map(({ id }) => id)], lost: gone }));
    return { ok: true, value: [...projects, ...back] };
  };

  const mark: Session['mark'] = async (id, how, isSet) => {
    const { project } = getState();
    const isOpen = project.kind === 'open' && project.store.info.id === id;
    const other = activeProjects(getState().projects).find((one) => one.id !== id);
    if (isOpen && isSet && !other) throw new Error(`project ${id} is the only one to work in`);
    if (isOpen && isSet && other) await switchTo(other.id);
    const marked = await bridge.markProject(id, how, isSet);
    if (!marked.ok) return problem(marked.failure);
    setState(({ projects }) => ({ projects: projects.map((one) => (one.id === id ? marked.value : one)) }));
    return null;
  };

  const reopen = async (): Promise<void> => {
    const { project, projects, route } = getState();
    const info = project.kind === 'open' && projects.find(({ id }) => id === project.store.info.id);
    if (!info) return;
    await close();
    const store = await openProject(info);
    if (store) await enter(store, route.view === 'annotate' ? route.article : null);
  };

  return {
    state,
    show,
    reopen,
    switchTo: (id) => switchTo(id),
    start: async () => {
      setState({ project: { kind: 'opening' } });
      const { project, article } = settings.getState().settings;
      const found = await bringBack(await purge(await bridge.listProjects()), project);
      if (!found.ok) return setState({ project: { kind: 'failed', project, problems: [problem(found.failure)] } });
      const projects = found.value;
      setState({ projects });
      const last = activeProjects(projects).find(({ id }) => id === project);
      if (!last) return enterSample(projects);
      const store = await openProject(last);
      if (store) await enter(store, article);
    },
    mark,
    create: async (name, schema) => {
      const made = await bridge.createProject(name);
      if (!made.ok) return problem(made.failure);
      setState(({ projects }) => ({ projects: [...projects, made.value] }));
      await switchTo(made.value.id, schema && { schema });
      return null;
    },
    createFrom: async (name, id, begin) => {
      const made = await bridge.createProject(name, id);
      if (!made.ok) return problem(made.failure);
      setState(({ projects }) => ({ projects: [...projects, made.value] }));
      await switchTo(made.value.id, begin);
      return null;
    },
    passOn: (sources) => {
      passed = sources;
    },
    takePassed: () => {
      const taken = passed;
      passed = [];
      return taken;
    },
    adopt: async (project) => {
      setState(({ projects }) => ({ projects: [...projects, project] }));
      await switchTo(project.id);
    },
    rename: async (project, name) => {
      const renamed = await bridge.renameProject(project, name);
      if (!renamed.ok) return problem(renamed.failure);
      setState(({ projects }) => ({ projects: projects.map((one) => (one.id === project ? renamed.value : one)) }));
      return null;
    },
  };
}
