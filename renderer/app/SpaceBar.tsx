import { HardDrive } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useThrow } from '../ui/use-throw.ts';
import { type DiskSpace } from './disk-space.ts';
import { NoticeBar } from './NoticeBar.tsx';

const megabyte = 1024 * 1024;

/** Says that the disk is almost full, before it is: until the person has seen it. */
export function SpaceBar({ space, onBackups }: { readonly space: DiskSpace; readonly onBackups: () => void }) {
  const { t } = useMessages();
  const raise = useThrow();
  const left = useStore(space.left);
  useEffect(() => {
    space.look().catch(raise);
  }, [space, raise]);
  if (left === null) return null;
  const look = (
    <Button kind="quiet" onClick={onBackups}>
      {t('backups.failed.look')}
    </Button>
  );
  return (
    <NoticeBar icon={HardDrive} action={look} onDismiss={() => space.left.setState(null, true)}>
      {t('space.low', { n: Math.floor(left / megabyte) })}
    </NoticeBar>
  );
}
