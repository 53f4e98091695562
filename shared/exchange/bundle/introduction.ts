import { type ProjectId } from '../../model/id.ts';
import { type ProvenEnvelopeKey } from '../../model/roster.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type Entry } from '../log.ts';
import { type Manifest } from './manifest.ts';
import { hashOf } from './whole-file.ts';

const start = 'introduced-';

/**
 * What a device says of itself before there is any work. Each project on it has a channel of its own for this, since one may introduce the device and another take up what is then
 * given to it: of chains a project knows its own alone.
 * @param from the project on this device, whosever work goes on in it
 */
export const introductionChannel = (from: ProjectId): string => `${start}${hashOf(encodeUtf8(from)).slice(0, 16)}`;

/** An introduction that another project on this device has given: here it is neither known nor missed. */
export const isOfAnotherProject = (channel: string, own: ProjectId): boolean => channel.startsWith(start) && channel !== introductionChannel(own);

/** Does the Bundle say that it brings nothing but a device? */
export const isIntroduction = ({ purpose, ranges }: Pick<Manifest, 'purpose' | 'ranges'>): boolean =>
  purpose === 'submission' && ranges.length > 0 && ranges.every(({ channel }) => channel.startsWith(start));

/** May this stand in an introduction? Who works on the device, and what is said of no text: a later Naql may say more than its key. */
export const introduces = ({ change: { added } }: Entry): boolean =>
  added.every((one) => one.kind === 'annotator' || (one.kind === 'event' && one.value.article === null));

/** With which keys envelopes can be closed for the device, as it says; whether it has signed them is for the main process to know. */
export const envelopeKeysIn = (entries: readonly Entry[]): readonly ProvenEnvelopeKey[] =>
  entries.flatMap(({ change }) => change.added.flatMap((one) => (one.kind === 'event' && one.value.kind === 'envelope-key' ? [one.value] : [])));
