interface LayoutChange {
  /** Lines may break elsewhere: another width, another font. */
  broken(): void;
  /** The height is another, as all the time while paragraphs are scrolled to. */
  resized(): void;
}

/** Tells when drawn places no longer hold. Gives the way to stop. */
export function watchLayout(dom: HTMLElement, { broken, resized }: LayoutChange): () => void {
  let width = dom.clientWidth;
  const resizing = new ResizeObserver(() => {
    resized();
    if (dom.clientWidth === width) return;
    width = dom.clientWidth;
    broken();
  });
  resizing.observe(dom);
  document.fonts.addEventListener('loadingdone', broken);
  return () => {
    resizing.disconnect();
    document.fonts.removeEventListener('loadingdone', broken);
  };
}
