import { type DeviceId } from '../../shared/model/id.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';

interface StepMadeProps {
  readonly sequence: number;
  readonly device: DeviceId;
  readonly app: string | null;
  /** This one. */
  readonly here: DeviceId;
}

/** So much of a device's name is enough for a person to tell two apart; tables have it whole. */
const shown = 6;

/** Where a step of the Log was made: its place in the chain of which device, by which version. */
export function StepMade({ sequence, device, app, here }: StepMadeProps) {
  const { t } = useMessages();
  const on = device === here ? t('audit.device.here') : t('audit.device', { device: device.slice(-shown) });
  return t('audit.step.made', { n: sequence, on, version: app ?? t('audit.version-unknown') });
}
