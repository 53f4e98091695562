import { dayOfJalali } from '../text/jalali.ts';

/** What became of a commitment by a day. A log of them, not one value: it may be stalled first and kept later. */
export const followUpStatuses = ['not_rated', 'in_progress', 'kept', 'partly_kept', 'stalled', 'broken', 'superseded'] as const;
export type FollowUpStatus = (typeof followUpStatuses)[number];

export const evidenceQualities = ['clear', 'not_clear', 'misleading'] as const;
export type EvidenceQuality = (typeof evidenceQualities)[number];

export interface FollowUp {
  /** Jalali `YYYY-MM-DD`. */
  readonly date: string;
  readonly status: FollowUpStatus;
  readonly evidence: { readonly quality: EvidenceQuality; readonly link: string } | null;
}

const between = ' | ';
const linkForm = /^https?:\/\/[^\s|]{1,500}$/;

export const isEvidenceLink = (text: string): boolean => linkForm.test(text);

function isDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return day !== undefined && dayOfJalali({ year: Number(year), month: Number(month), day: Number(day) }) !== null;
}

/** One line, since every value is text and not every format keeps line ends: `1405-04-15 kept clear https://… | 1405-06-01 broken`. */
export const writeFollowUps = (log: readonly FollowUp[]): string =>
  [...log]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, status, evidence }) => [date, status, ...(evidence ? [evidence.quality, evidence.link] : [])].join(' '))
    .join(between);

const isOf = <T extends string>(values: readonly T[], value: string | undefined): value is T => (values as readonly (string | undefined)[]).includes(value);

/** In the order of days; `null` for what was not written so. */
export function readFollowUps(value: string): readonly FollowUp[] | null {
  const log = value.split(between).map((entry): FollowUp | null => {
    const [date = '', status, quality, link, ...more] = entry.split(' ');
    if (!isDay(date) || !isOf(followUpStatuses, status) || more.length > 0) return null;
    if (quality === undefined) return { date, status, evidence: null };
    return isOf(evidenceQualities, quality) && link !== undefined && isEvidenceLink(link) ? { date, status, evidence: { quality, link } } : null;
  });
  const sound = log.filter((one) => one !== null);
  return sound.length === log.length && writeFollowUps(sound) === value ? sound : null;
}
