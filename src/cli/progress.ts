import type { Progress } from '../pipeline/index.ts';
import type { Host } from './host.ts';

export interface StageProgress {
  readonly stage: Progress;
  readonly end: () => void;
}

/** Shows the stage at work on one line of a terminal; elsewhere it says how long each stage took, at the end. */
export function stageProgress(host: Host): StageProgress {
  const spent = new Map<string, number>();
  let current: string | undefined;
  let since = host.clock();
  const close = (): void => {
    const now = host.clock();
    if (current !== undefined) spent.set(current, (spent.get(current) ?? 0) + now - since);
    since = now;
  };
  return {
    stage: (stage, edition) => {
      close();
      current = stage;
      if (host.terminal) host.err(`\r\u001b[K${stage}${edition === undefined ? '' : ` ${edition}`} …`);
    },
    end: () => {
      close();
      current = undefined;
      if (host.terminal) host.err('\r\u001b[K');
      const shares = [...spent].map(([stage, time]) => `${stage} ${Math.round(time)}`).join(', ');
      host.err(`ms: ${shares}\n`);
    },
  };
}
