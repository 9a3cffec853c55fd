import type { Component } from '../pack/hazard-criteria';
import { requirementIsFor } from '../pack/rule-pack';

interface Found {
  readonly from: number;
  readonly to: number;
  readonly component: string;
}

/** Parts that other parts sit in or on; two other parts side by side are two. */
const HOLDERS = ['car', 'doors', 'well', 'pit', 'machine-room', 'landing-area'];

/**
 * The component that Chinese words name beyond doubt, or null. A name inside a longer name does not count (门锁 in
 * 层门锁紧装置), nor does a holder that stands right before another name, for it says where that one sits (轿顶 in
 * 轿顶检修开关); more than one component left over is a doubt.
 */
export function componentOfWords(
  words: string,
  components: readonly Pick<Component, 'id' | 'title' | 'aliases' | 'appliesTo'>[],
  elevator: { readonly kind: string; readonly place?: string | undefined },
): string | null {
  const named = components
    .filter((component) => requirementIsFor(component, elevator))
    .flatMap(({ id, title, aliases }) => [title['zh-CN'], ...aliases].flatMap((name) => placesOf(name, words, id)));
  const whole = named.filter((one) => !named.some((other) => holds(other, one)));
  const heads = whole.filter(
    (one) => !HOLDERS.includes(one.component) || !whole.some((other) => other.from === one.to),
  );
  const ids = new Set(heads.map(({ component }) => component));
  return ids.size === 1 ? heads[0]!.component : null;
}

function placesOf(name: string, words: string, component: string): Found[] {
  const found: Found[] = [];
  for (let from = words.indexOf(name); from >= 0; from = words.indexOf(name, from + 1))
    found.push({ from, to: from + name.length, component });
  return found;
}

function holds(outer: Found, inner: Found): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}
