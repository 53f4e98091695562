import { type NewId } from '../../shared/commands/command.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import schemaSeed from '../../seeds/schema.json';
import { bridge } from '../bridge/bridge.ts';
import { translator } from '../messages/translate.ts';
import { forgetDatabase } from '../store/forget-database.ts';
import { hasDatabase } from '../store/has-database.ts';
import { openProject } from '../store/open-project.ts';
import { sampleProject } from './sample-project.ts';
import { createSession, type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';

const schema = schemaSeed as unknown as Schema;
const now = (): string => new Date().toISOString();
const newId: NewId = (kind) => makeId(kind, crypto.randomUUID());

/**
 * The session of this window, joined to the bridge, the clock and the seeds; already opening its project.
 * @param app version of the app
 */
export function startSession(settings: SettingsStore, app: string): Session {
  const { t } = translator(settings.getState().settings.language);
  const session = createSession({
    bridge,
    settings,
    sampleName: t('project.sample'),
    broughtBackName: t('project.brought-back'),
    hasWorkingCopy: hasDatabase,
    forget: forgetDatabase,
    open: (project, withSample, begin) => {
      const { settings: current } = settings.getState();
      const me: Annotator = { id: current.annotator, kind: 'person', name: current.annotatorName, version: null };
      return openProject({
        bridge, project, schema: begin?.schema ?? schema, now, app, newId, settings: current,
        ...(begin?.seed && { seed: () => begin.seed as Dataset }),
        ...(withSample && { seed: () => sampleProject({ schema, now: now(), me, newId }) }),
      });
    },
  });
  // Not to be cleared where the disk runs short; what it answers alters nothing: the Journal has everything as well.
  void navigator.storage.persist();
  // A bug while opening reaches the error boundary through `unhandledrejection`.
  void session.start();
  return session;
}
