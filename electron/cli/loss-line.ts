import { type Loss } from '../../shared/codecs/loss-report.ts';

/** One kind of loss for people: code and reason, how often, and the first cases. */
export const lossLine = ({ code, reason, count, severity, examples }: Loss): string =>
  `${code}${reason ? ` (${reason})` : ''}: ${count}${severity === 'changed' ? ' in another form' : ''} (${examples.map((example) => example.join(' ')).join(', ')})\n`;
