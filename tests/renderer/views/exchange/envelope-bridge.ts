import { disclose, enclose } from '../../../../electron/envelope.ts';
import { envelopeKeyHolds } from '../../../../electron/signature.ts';
import { type Bridge } from '../../../../shared/bridge.ts';
import { type deviceKey } from '../../../shared/exchange/bundle/laptop.ts';

/** The main process's side of envelopes, for the device of these keys. */
export const envelopesOf = ({ opener, envelope }: ReturnType<typeof deviceKey>): Pick<Bridge, 'envelopeKey' | 'verifyEnvelopeKey' | 'encloseBundle' | 'openEnvelope'> => ({
  envelopeKey: async () => ({ ok: true, value: envelope }),
  verifyEnvelopeKey: async (proven) => envelopeKeyHolds(proven),
  encloseBundle: async (whose, keys, bundle) => ({ ok: true, value: enclose(whose, keys, bundle) }),
  openEnvelope: async (about, lock, sealed) => ({ ok: true, value: disclose(about, lock, sealed, opener) }),
});
