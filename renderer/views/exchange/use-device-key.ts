import { useEffect, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { useThrow } from '../../ui/use-throw.ts';

/** The public key of this device; `null` before it is read, and where it cannot be. */
export function useDeviceKey(): string | null {
  const raise = useThrow();
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    bridge.deviceKey().then((found) => setKey(found.ok ? found.value : null), raise);
  }, [raise]);
  return key;
}
