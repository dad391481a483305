import { useSyncExternalStore } from 'react';
import type { Role } from '../api/types.ts';

const moved = 'neatx-moved';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener);
  addEventListener(moved, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(moved, listener);
  };
};

/** The path of the address; pages change with it. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);

export function navigate(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(moved));
}

export const homeOf = (role: Role | null): string => (role === 'rater' ? '/rate' : role === 'adjudicator' ? '/adjudicate' : '/campaign');
