import { type Loss } from '../../shared/codecs/loss-report.ts';

/** One kind of loss for people: code, how often, and the first cases. */
export const lossLine = ({ code, count, severity, examples }: Loss): string =>
  `${code}: ${count}${severity === 'changed' ? ' in another form' : ''} (${examples.map((example) => example.join(' ')).join(', ')})\n`;
