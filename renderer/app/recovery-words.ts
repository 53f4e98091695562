import { type Translator } from '../messages/translate.ts';
import { type Recovery } from '../store/project-store.ts';

/** What opening the project had to mend, in plain words; nothing when all was well. `isFolderNew`: its folder was gone. */
export function recoveryWords({ t }: Translator, recovery: Recovery, isFolderNew = false): readonly string[] {
  const { kind, reason, entries, setAsideBytes, damagedLine, refilled, salvaged } = recovery;
  // A database made anew from a damaged Journal, or from a backup's lines, cannot promise that nothing is lost.
  const isWhole = kind !== 'rebuilt' || (setAsideBytes === 0 && refilled === 0 && !isFolderNew);
  return [
    isFolderNew ? t('recovery.folder-gone') : null,
    kind === 'none' ? null : t(`recovery.${kind}`, { n: entries, reason }),
    kind !== 'none' && isWhole ? t('recovery.nothing-lost') : null,
    setAsideBytes > 0 ? t('recovery.tail', { n: setAsideBytes, line: damagedLine ?? 0 }) : null,
    refilled > 0 ? t('recovery.refilled', { n: refilled }) : null,
    refilled > 0 && !isWhole ? t('recovery.since-backup') : null,
    salvaged && salvaged.entries > 0 ? t('recovery.salvaged', { n: salvaged.entries, line: salvaged.line }) : null,
    salvaged && salvaged.missing > 0 ? t('recovery.missing', { n: salvaged.missing }) : null,
    salvaged && salvaged.lost > 0 ? t('recovery.lost', { n: salvaged.lost }) : null,
  ].filter((sentence) => sentence !== null);
}
