import { type Bridge } from '../../shared/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; stubbed where the page runs without Electron. */
    readonly naql: Bridge;
  }
}

/** All that the page can ask of the main process. */
export const bridge: Bridge = window.naql;
