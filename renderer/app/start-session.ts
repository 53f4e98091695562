import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import schemaSeed from '../../seeds/schema.json';
import { bridge } from '../bridge/bridge.ts';
import { translator } from '../messages/translate.ts';
import { openProject } from '../store/open-project.ts';
import { sampleProject } from './sample-project.ts';
import { createSession, type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';

const schema = schemaSeed as unknown as Schema;
const now = (): string => new Date().toISOString();

/** The session of this window, joined to the bridge, the clock and the seeds; already opening its project. */
export function startSession(settings: SettingsStore): Session {
  const session = createSession({
    bridge,
    settings,
    sampleName: translator(settings.getState().settings.language).t('project.sample'),
    open: (project, withSample) =>
      openProject({
        bridge,
        project,
        settings: settings.getState().settings,
        schema,
        ...(withSample && { seed: () => sampleProject(schema, now()) }),
        now,
        newId: (kind) => makeId(kind, crypto.randomUUID()),
      }),
  });
  // A bug while opening reaches the error boundary through `unhandledrejection`.
  void session.start();
  return session;
}
