import { directionOf } from '../../shared/text/direction.ts';

interface WordsProps {
  /** A part of an article, its title, or a name from one. */
  readonly children: string;
  readonly lang?: string | undefined;
  readonly className?: string | undefined;
}

/**
 * Words of an article inside the interface: in the direction of most of their letters, as the article itself draws them, and right to left
 * where no letter decides (a lone colon). A bare `<bdi>` would follow the first letter: «BBC گزارش داد» would be turned round.
 */
export const Words = ({ children, lang = 'fa', className }: WordsProps) => (
  <bdi lang={lang} dir={directionOf(children)} className={className}>
    {children}
  </bdi>
);
