import { type Translator } from '../messages/translate.ts';
import { type Recovery } from '../store/project-store.ts';

/** What opening the project had to mend, in plain words; nothing when all was well. */
export function recoveryWords({ t }: Translator, { kind, reason, entries, setAsideBytes }: Recovery): readonly string[] {
  return [
    kind === 'none' ? null : t(`recovery.${kind}`, { n: entries, reason }),
    setAsideBytes > 0 ? t('recovery.tail', { n: setAsideBytes }) : null,
  ].filter((sentence) => sentence !== null);
}
