import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReviewPane, ReviewPaneProps } from './review-pane.tsx';

type Later = { readonly ReviewPane: typeof ReviewPane };

/** The review, loaded once a lesson has one: it is no part of what a lesson is written with. */
export function ReviewLater(props: ReviewPaneProps) {
  const [later, setLater] = useState<Later | null>(null);
  useEffect(() => void import('./review-pane.tsx').then(setLater), []);
  return later === null ? null : h(later.ReviewPane, props);
}
