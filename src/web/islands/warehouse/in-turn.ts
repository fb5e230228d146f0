import { useRef } from 'preact/hooks';

/** Does one thing after the other, in the order in which they were asked for: a scanner is faster than the network. */
export function useInTurn(): (work: () => Promise<void>) => void {
  const last = useRef(Promise.resolve());
  return (work) => {
    last.current = last.current.then(work, work);
  };
}
