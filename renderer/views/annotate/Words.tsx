import { directionOf } from '../../../shared/text/direction.ts';

interface WordsProps {
  /** A part of an article, or a name from one. */
  readonly children: string;
  readonly className?: string | undefined;
}

/** Words of an article inside the interface: their own direction, right to left where no letter decides (a lone colon). */
export const Words = ({ children, className }: WordsProps) => (
  <bdi lang="fa" dir={directionOf(children)} className={className}>
    {children}
  </bdi>
);
