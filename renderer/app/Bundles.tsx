import { type Ref } from 'react';
import { useStore } from 'zustand';
import { bundleExtension } from '../../shared/exchange/bundle/manifest.ts';
import { makeId } from '../../shared/model/id.ts';
import { problem, type Problem } from '../../shared/result.ts';
import { bridge } from '../bridge/bridge.ts';
import { type ProjectStore } from '../store/project-store.ts';
import { type BundleHandle, BundleFlow } from '../views/exchange/BundleFlow.tsx';
import { type BundleSource, type OpenedBundle, wholeProject } from '../views/exchange/take-in-bundles.ts';
import { type WhereTo } from '../views/exchange/WhereDialog.tsx';
import { type ImportSource, isTooLarge, refusalOf } from '../views/import/source.ts';
import { type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';

/** By its name: what is in it is looked at when it is opened. */
export const isBundleName = (name: string): boolean => name.toLowerCase().endsWith(`.${bundleExtension}`);

export const bundleSource = (source: ImportSource): BundleSource => ({
  name: source.name,
  read: async () => {
    if (isTooLarge(source)) return refusalOf(source, 'too-large');
    const bytes = await source.read();
    return typeof bytes === 'string' ? problem(bytes, { file: source.name }) : bytes;
  },
});

interface BundlesProps {
  readonly ref: Ref<BundleHandle>;
  readonly store: ProjectStore;
  readonly session: Session;
  readonly settings: SettingsStore;
}

/** What colleagues gave, for the open project, another one, or one of its own. */
export function Bundles({ ref, store, session, settings }: BundlesProps) {
  const projects = useStore(session.state, (state) => state.projects);
  const change = settings.getState().change;

  const openElsewhere = async (opened: OpenedBundle, where: Exclude<WhereTo, { readonly kind: 'here' }>): Promise<readonly Problem[]> => {
    const { bundle, bytes, file } = opened;
    const { manifest, schema, name, hash } = bundle;
    if (manifest.purpose !== 'full') {
      session.passOn([{ name, read: async () => file }]);
      if (where.kind === 'there') await session.switchTo(where.project);
      return where.kind === 'own' ? made(await session.createFrom(manifest.project.name, where.id, { schema })) : [];
    }
    if (where.kind !== 'own') throw new Error('a whole project is opened by itself alone');
    const seed = wholeProject(bundle);
    if (!seed.ok) return seed.problems;
    if (where.asMe) await change({ annotator: manifest.person.id, annotatorName: manifest.person.name });
    const failed = made(await session.createFrom(manifest.project.name, where.id, { schema: seed.value.schema, seed: seed.value }));
    const { project } = session.state.getState();
    if (failed.length === 0 && project.kind === 'open') await bridge.keepBundle(project.store.info.id, 'received', hash, bytes);
    return failed;
  };

  return (
    <BundleFlow
      ref={ref}
      store={store}
      projects={projects}
      onElsewhere={openElsewhere}
      onCopy={async () => {
        await change({ device: makeId('device', crypto.randomUUID()) });
        await session.reopen();
      }}
    />
  );
}

const made = (failure: Problem | null): readonly Problem[] => (failure ? [failure] : []);
