import { useState } from 'react';
import { type ProjectInfo } from '../../../shared/bridge.ts';
import { type Manifest } from '../../../shared/exchange/bundle/manifest.ts';
import { projectsSpokenOf } from '../../../shared/exchange/bundle/refusal.ts';
import { type ProjectId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './exchange.module.css';
import { type OpenedBundle } from './take-in-bundles.ts';

/** Where a file is to be opened. `asMe`: whoever made it goes on here. */
export type WhereTo =
  | { readonly kind: 'here' }
  | { readonly kind: 'there'; readonly project: ProjectId }
  | { readonly kind: 'own'; readonly id: ProjectId | undefined; readonly asMe: boolean };

export type PlaceKind = WhereTo['kind'];

/** The places that a file may be opened at, the best first; `null` when it belongs to the project that is open, or nowhere else. */
export function placesFor(
  { project, purpose }: Pick<Manifest, 'project' | 'purpose'>, events: readonly ReviewEvent[], open: ProjectId, projects: readonly ProjectInfo[],
): readonly PlaceKind[] | null {
  if (purpose === 'full') return ['own'];
  if (projectsSpokenOf(open, events).has(project.id)) return null;
  const there: readonly PlaceKind[] = projects.some(({ id }) => id === project.id) ? ['there'] : purpose === 'assignment' ? ['own'] : [];
  const places: readonly PlaceKind[] = purpose === 'assignment' ? [...there, 'here'] : there;
  return places.length === 0 ? null : places;
}

interface WhereDialogProps {
  readonly opened: OpenedBundle;
  readonly store: ProjectStore;
  readonly projects: readonly ProjectInfo[];
  readonly onAnswer: (where: WhereTo | null) => void;
}

/** A file that does not belong to the open project: as a project of its own, in one that is here already, or into this one. */
export function WhereDialog({ opened: { bundle }, store, projects, onAnswer }: WhereDialogProps) {
  const { t, date } = useMessages();
  const { manifest } = bundle;
  const places = useLive(async () => placesFor(manifest, await store.allEvents(), store.info.id, projects) ?? [], [manifest, store, projects]);
  const [chosen, setChosen] = useState<PlaceKind | null>(null);
  const [asMe, setAsMe] = useState(false);
  if (!places) return null;
  const place = chosen ?? places[0] ?? 'own';
  const isHere = projects.some(({ id }) => id === manifest.project.id);
  const answer = (): void => {
    if (place === 'here') onAnswer({ kind: 'here' });
    else if (place === 'there') onAnswer({ kind: 'there', project: manifest.project.id });
    else onAnswer({ kind: 'own', id: isHere ? undefined : manifest.project.id, asMe });
  };
  const footer = (
    <>
      <Button onClick={() => onAnswer(null)}>{t('dialog.cancel')}</Button>
      <Button kind="primary" onClick={answer}>{t('take.open')}</Button>
    </>
  );
  return (
    <Dialog open onClose={() => onAnswer(null)} title={t('take.where')} footer={footer}>
      <div className={styles.fields}>
        <p>{t(`take.from.${manifest.purpose}`, { person: manifest.person.name === '' ? t('take.nobody') : manifest.person.name, project: manifest.project.name, date: date(manifest.made) })}</p>
        <ChoiceGroup<PlaceKind>
          label={t('take.where')}
          value={place}
          choices={places.map((value) => ({ value, label: t(`take.where.${value}`, { name: manifest.project.name }) }))}
          onChoose={setChosen}
        />
        {manifest.purpose === 'full' && (
          <Check checked={asMe} onChange={setAsMe}>{t('take.as-me', { person: manifest.person.name })}</Check>
        )}
      </div>
    </Dialog>
  );
}
