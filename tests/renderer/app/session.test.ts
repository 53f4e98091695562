import { describe, expect, test } from 'vitest';
import { activeProjects, createSession, type Session } from '../../../renderer/app/session.ts';
import { createSettingsStore } from '../../../renderer/app/settings.ts';
import { type ArticleRow, type ProjectStore } from '../../../renderer/store/project-store.ts';
import { type ProjectInfo, type Settings } from '../../../shared/bridge.ts';
import { type ArticleId, makeId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { fail, ok, problem } from '../../../shared/result.ts';

const projectOf = (name: string): ProjectInfo => ({ id: makeId('project', name), name, created: '2026-03-21T08:00:00.000Z' });
const article = makeId('article', 'seed');

interface World {
  readonly session: Session;
  readonly settings: () => Settings;
  /** What was asked of projects and stores, in order. */
  readonly done: string[];
}

interface Given {
  readonly projects?: readonly ProjectInfo[];
  readonly settings?: Partial<Settings>;
  readonly articles?: readonly ArticleId[];
  readonly broken?: boolean;
  /** What there still is of projects whose folders are gone. */
  readonly left?: 'backup' | 'working copy';
  /** Projects that were there and whose folders are gone. */
  readonly lost?: readonly ProjectInfo[];
}

function world({ projects = [], settings = {}, articles = [article], broken = false, left, lost = [] }: Given = {}): World {
  const done: string[] = [];
  const list = [...projects];
  const rows = articles.map((id) => ({ id }) as ArticleRow);
  const storeOf = (info: ProjectInfo): ProjectStore =>
    ({
      info,
      rows: async (offset: number, limit: number) => rows.slice(offset, offset + limit),
      row: async (id: ArticleId) => rows.find((row) => row.id === id),
      flush: async () => void done.push(`flush ${info.name}`),
      close: async () => void done.push(`close ${info.name}`),
    }) as unknown as ProjectStore;
  const store = createSettingsStore(
    {
      language: 'fa', theme: 'auto', readingSize: 19, readingFont: 'vazirmatn', lineHeight: 2.3, selectionUnit: 'word', speechDetail: 'full', keys: {}, places: [], exports: {}, imports: {}, tables: {},
      device: makeId('device', '1'), annotator: makeId('annotator', '1'), annotatorName: '', project: null, article: null, ...settings,
    },
    { saveSettings: async () => ({ ok: true, value: null }) },
  );
  const session = createSession({
    bridge: {
      listProjects: async () => list,
      lostProjects: async () => lost,
      createProject: async (name) => {
        if (broken) return { ok: false, failure: 'disk-full', detail: '' };
        list.push(projectOf(name));
        return { ok: true, value: projectOf(name) };
      },
      bringBackProject: async (id, name) => {
        done.push(`bring back ${id}`);
        const wanted = left === 'backup' ? 'از پشتیبان' : name;
        return { ok: true, value: wanted === null ? null : { ...projectOf(wanted), id } };
      },
      renameProject: async (id, name) => ({ ok: true, value: { ...projectOf(name), id } }),
      markProject: async (id, mark, isSet) => {
        const place = list.findIndex((one) => one.id === id);
        const { [mark]: _, ...bare } = list[place] as ProjectInfo;
        list[place] = isSet ? { ...bare, [mark]: '2026-04-01T00:00:00.000Z' } : bare;
        return { ok: true, value: list[place] };
      },
      purgeProject: async (id) => ({ ok: true, value: list.find((one) => one.id === id)?.deleted === '2026-01-01T00:00:00.000Z' }),
    },
    settings: store,
    forget: async (project) => void done.push(`forget ${project}`),
    open: async (project, withSample, begin) => {
      done.push(`open ${project.name}${withSample ? ' with sample' : ''}${begin ? ` with schema ${begin.schema.id}` : ''}`);
      return broken ? fail(problem('database-failed')) : ok(storeOf(project));
    },
    hasWorkingCopy: async () => left === 'working copy',
    sampleName: 'نمونه',
    broughtBackName: 'بازیافته',
  });
  return { session, settings: () => store.getState().settings, done };
}

describe('starting', () => {
  test('the very first run makes the sample project and opens its article', async () => {
    const { session, settings, done } = world();
    await session.start();
    expect(done).toEqual(['open نمونه with sample']);
    expect(session.state.getState()).toMatchObject({ project: { kind: 'open' }, route: { view: 'annotate', article } });
    expect(settings()).toMatchObject({ project: 'prj-نمونه', article });
  });

  test('a first run that was cut short goes on with the same project', async () => {
    const { session, done } = world({ projects: [projectOf('نمونه')] });
    await session.start();
    expect(done).toEqual(['open نمونه with sample']);
    expect(session.state.getState().projects).toHaveLength(1);
  });

  test('later runs open the last project on the last article', async () => {
    const { session, done } = world({ projects: [projectOf('a'), projectOf('b')], settings: { project: projectOf('b').id, article } });
    await session.start();
    expect(done).toEqual(['open b']);
    expect(session.state.getState().route).toEqual({ view: 'annotate', article });
  });

  test.each([['backup', 'از پشتیبان'], ['working copy', 'بازیافته']] as const)('a last project whose folder is gone is brought back where there is a %s', async (left, name) => {
    const { session, done } = world({ projects: [projectOf('a')], settings: { project: projectOf('b').id, article }, left });
    await session.start();
    expect(done).toEqual(['bring back prj-b', `open ${name}`]);
    expect(session.state.getState()).toMatchObject({ broughtBack: ['prj-b'], projects: [{ name: 'a' }, { id: 'prj-b', name }], route: { view: 'annotate', article } });
  });

  test('so is every other one, under the name that it had', async () => {
    const lost = [projectOf('b'), projectOf('c')];
    const { session, done } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id }, lost, left: 'working copy' });
    await session.start();
    expect(done).toEqual(['bring back prj-b', 'bring back prj-c', 'open a']);
    expect(session.state.getState()).toMatchObject({ broughtBack: ['prj-b', 'prj-c'], lost: [], projects: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] });
  });

  test('those of which nothing is left are told by name', async () => {
    const { session } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id }, lost: [projectOf('b')] });
    await session.start();
    expect(session.state.getState()).toMatchObject({ broughtBack: [], lost: ['b'], projects: [{ name: 'a' }], project: { kind: 'open' } });
  });

  test('one of which nothing is left gives way to another', async () => {
    const { session, done } = world({ projects: [projectOf('a')], settings: { project: projectOf('b').id } });
    await session.start();
    expect(done).toEqual(['bring back prj-b', 'open a with sample']);
    expect(session.state.getState()).toMatchObject({ broughtBack: [], lost: [] });
  });

  test('who was in the library comes back to the library', async () => {
    const { session } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id } });
    await session.start();
    expect(session.state.getState().route).toEqual({ view: 'library' });
  });

  test('an article that is gone leads to the library', async () => {
    const { session } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id, article }, articles: [] });
    await session.start();
    expect(session.state.getState().route).toEqual({ view: 'library' });
  });

  test('a project that cannot be opened is named with the reason', async () => {
    const { session } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id }, broken: true });
    await session.start();
    expect(session.state.getState().project).toMatchObject({ kind: 'failed', project: 'prj-a', problems: [{ code: 'database-failed' }] });
  });

  test('so is a sample that cannot be made', async () => {
    const { session } = world({ broken: true });
    await session.start();
    expect(session.state.getState().project).toMatchObject({ kind: 'failed', project: null, problems: [{ code: 'disk-full' }] });
  });
});

describe('projects', () => {
  test('a new one is opened in the library, after the old one is saved and closed', async () => {
    const { session, settings, done } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id, article } });
    await session.start();
    expect(await session.create('b')).toBeNull();
    expect(done).toEqual(['open a', 'flush a', 'close a', 'open b']);
    expect(session.state.getState().route).toEqual({ view: 'library' });
    expect(settings()).toMatchObject({ project: 'prj-b', article: null });
  });

  test('opening anew keeps the place', async () => {
    const { session, done } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id, article } });
    await session.start();
    await session.reopen();
    expect(done).toEqual(['open a', 'flush a', 'close a', 'open a']);
    expect(session.state.getState()).toMatchObject({ project: { kind: 'open' }, route: { view: 'annotate', article } });
  });

  test('a new name shows in the list', async () => {
    const { session } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id } });
    await session.start();
    await session.rename(projectOf('a').id, 'آ');
    expect(session.state.getState().projects.map(({ name }) => name)).toEqual(['آ']);
  });
});

describe('putting away', () => {
  const [a, b] = [projectOf('a'), projectOf('b')];

  test('the open project gives way to another, and comes back when it is asked for', async () => {
    const { session, done } = world({ projects: [a, b], settings: { project: a.id } });
    await session.start();
    expect(await session.mark(a.id, 'deleted', true)).toBeNull();
    expect(done).toEqual(['open a', 'flush a', 'close a', 'open b']);
    expect(activeProjects(session.state.getState().projects).map(({ name }) => name)).toEqual(['b']);
    await session.mark(a.id, 'deleted', false);
    expect(activeProjects(session.state.getState().projects)).toHaveLength(2);
  });

  test('one that was put away is not opened at the start; one that was deleted long ago goes for good, with its working copy', async () => {
    const old = { ...projectOf('c'), deleted: '2026-01-01T00:00:00.000Z' };
    const { session, done } = world({ projects: [{ ...a, archived: '2026-03-01T00:00:00.000Z' }, b, old], settings: { project: a.id } });
    await session.start();
    expect(done).toEqual([`forget ${old.id}`, 'open b with sample']);
    expect(session.state.getState().projects.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('the last one to work in stays', async () => {
    const { session } = world({ projects: [a], settings: { project: a.id } });
    await session.start();
    await expect(session.mark(a.id, 'archived', true)).rejects.toThrow('only one');
  });

  test('a new project begins with the schema that it is given', async () => {
    const { session, done } = world({ projects: [a], settings: { project: a.id } });
    await session.start();
    await session.create('d', { id: 'own' } as Schema);
    expect(done.at(-1)).toBe('open d with schema own');
  });
});

test('what is shown is remembered', async () => {
  const { session, settings } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id } });
  await session.start();
  session.show({ view: 'annotate', article });
  expect(settings().article).toBe(article);
  session.show({ view: 'library' });
  expect(settings().article).toBeNull();
});

test('Articles are kept in the order in which they were open, each where it was left', async () => {
  const [first, second] = [makeId('article', '1'), makeId('article', '2')];
  const { session, settings } = world({ projects: [projectOf('a')], settings: { project: projectOf('a').id }, articles: [first, second] });
  await session.start();
  for (const id of [first, second, first]) session.show({ view: 'annotate', article: id });
  expect(settings().places.map((place) => place.article)).toEqual([first, second]);
});
