import { Menu } from '@base-ui/react/menu';
import { memo } from 'react';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Point } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import menu from '../../ui/Menu.module.css';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import panel from './panel.module.css';
import { annotationIn, labelIn, type Scene, wordsOf } from './scene.ts';
import { excerpt } from './wording.ts';

/** Several Annotations in one place of the text, innermost first. */
export interface Overlap {
  readonly annotations: readonly AnnotationId[];
  readonly at: Point;
}

interface OverlapMenuProps {
  readonly scene: Scene;
  readonly overlap: Overlap | null;
  readonly onFocus: (annotation: AnnotationId) => void;
  readonly onClose: () => void;
}

const excerptLength = 36;

/** A menu that is closed shows nothing of the scene. */
const staysClosed = (before: OverlapMenuProps, now: OverlapMenuProps): boolean => before.overlap === null && now.overlap === null;

/** Lets one of the Annotations under the pointer be chosen. */
export const OverlapMenu = memo(({ scene, overlap, onFocus, onClose }: OverlapMenuProps) => {
  const { t, language } = useMessages();
  const found = overlap?.annotations.flatMap((id) => annotationIn(scene, id) ?? []) ?? [];
  return (
    <Menu.Root open={overlap !== null} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal render={<section aria-label={t('overlap.title')} />}>
        <Menu.Positioner anchor={overlap && pointAnchor(overlap.at)} align="start" side="bottom" sideOffset={6} className={menu.layer}>
          <Menu.Popup
            className={menu.popup}
            aria-label={t('overlap.title')}
            finalFocus={false}
          >
            {found.map((annotation) => (
              <Menu.Item key={annotation.id} className={menu.item} onClick={() => onFocus(annotation.id)}>
                <LabelSign schema={scene.schema} label={annotation.label} />
                <span className={menu.words}>
                  <Words>{excerpt(wordsOf(scene.text, annotation), excerptLength)}</Words>{' '}
                  <span className={panel.muted}>{labelIn(scene, annotation).name[language]}</span>
                </span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}, staysClosed);

const pointAnchor = ({ x, y }: Point) => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) });
