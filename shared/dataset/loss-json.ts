import { type LossReport } from '../codecs/loss-report.ts';
import { surroundings } from '../codecs/surroundings.ts';

export const lossFile = surroundings.losses;

/** The report as it lies beside an export (formats.md 3.4). */
export const lossText = ({ format, articles, annotationsIn, annotationsOut, relationsIn, relationsOut, losses }: LossReport): string =>
  `${JSON.stringify(
    {
      format,
      documents: articles,
      spans_in: annotationsIn,
      spans_out: annotationsOut,
      relations_in: relationsIn,
      relations_out: relationsOut,
      losses: losses.map(({ code, reason, count, severity, examples }) => ({ code, ...(reason && { reason }), count, severity, examples })),
    },
    null,
    1,
  )}\n`;
