import { ipcMain, type WebFrameMain } from 'electron';
import { type Bridge, callChannels, type CallChannel } from '../shared/bridge.ts';
import { argumentSchemas } from './argument-schemas.ts';
import { isOurPage } from './origin.ts';

/** What answers the page: one function for each call of the Bridge, and no other. */
export type Calls = { readonly [Channel in CallChannel]: (...args: Parameters<Bridge[Channel]>) => ReturnType<Bridge[Channel]> };

/** Whether the page itself speaks, in its own main frame. A frame that is gone (null) is nobody. */
export const isOurFrame = (frame: WebFrameMain | null): boolean => frame !== null && frame.parent === null && isOurPage(frame.url);

/** Opens the channels. A stranger, or arguments that are not as agreed, are refused by a rejected promise. */
export function answerCalls(calls: Calls): void {
  for (const channel of callChannels) handle(channel, calls[channel]);
}

function handle<Channel extends CallChannel>(channel: Channel, call: Calls[Channel]): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) => {
    // First of all: the frame can be gone a moment later.
    const { senderFrame } = event;
    if (!isOurFrame(senderFrame)) throw new Error(`${channel}: sender refused`);
    const checked = argumentSchemas[channel].safeParse(args);
    if (!checked.success) throw new Error(`${channel}: arguments refused at ${checked.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    return call(...checked.data);
  });
}
