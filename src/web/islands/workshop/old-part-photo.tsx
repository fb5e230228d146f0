import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../design/icons.tsx';
import type { OldPart } from './contract.ts';
import type { Deed } from './deed.ts';
import type { Work } from './line-screen.tsx';
import { orderPath } from './order-screen.tsx';
import { PHOTO_WORDS } from './order-words.ts';
import { smallPhoto } from './small-photo.ts';
import { useSurroundings } from './surroundings.tsx';

interface OldPartPhotoProps {
  readonly work: Work;
  /** The id of the old part, which may still be on this phone alone. */
  readonly oldPart: string;
  /** What the register has of it, the newest first. */
  readonly sent?: OldPart['photos'] | undefined;
  readonly mayTake: boolean;
}

/** A photo of what came out: the newest, where it is by now, and a way to take one. Nobody has to. */
export function OldPartPhoto({ work: { order, line }, oldPart, sent = [], mayTake }: OldPartPhotoProps) {
  const { workplace, language } = useSurroundings();
  const words = PHOTO_WORDS[language];
  const [says, say] = useState('');
  const at = orderPath(order.number);
  const own = newestHere(workplace.outbox.deeds, oldPart, sent[0]?.id);
  const kept = useAddress(own);
  const shown = own ? kept : sent[0] && `${at}/old-part-photos/${sent[0].id}`;
  const isWaiting = own?.state === 'waiting';
  const take = async (input: HTMLInputElement): Promise<void> => {
    const photo = input.files?.[0] && (await smallPhoto(input.files[0]));
    input.value = '';
    say(photo === null ? words.noPicture : '');
    if (!photo) return;
    await workplace.outbox.does({
      kind: 'photo',
      path: `${at}/old-parts/${oldPart}/photos?takenAt=${encodeURIComponent(new Date().toISOString())}`,
      body: photo,
      about: { order: order.number, line: line.line, thing: line.partNumber, oldPart },
    });
  };
  return (
    <div class="choices">
      {shown && (
        <div class={`with ${isWaiting ? 'plain' : 'good'}`}>
          <img class="thumb" src={shown} alt={words.photo} />
          <p class="with-icon" role="status">
            <Icon name={isWaiting ? 'outbox' : 'good'} />
            {isWaiting ? words.kept : words.sent}
          </p>
        </div>
      )}
      {mayTake && (
        <label class="tool">
          {shown ? words.again : words.take}
          <input
            class="unseen"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={({ currentTarget }) => void take(currentTarget)}
          />
        </label>
      )}
      <p role="alert" class="tool-says">
        {says}
      </p>
    </div>
  );
}

/** The one last taken on this phone, unless the register has a newer one by somebody else. */
function newestHere(deeds: readonly Deed[], oldPart: string, newestSent: string | undefined): Deed | undefined {
  const own = deeds
    .filter(({ kind, about, state }) => kind === 'photo' && about.oldPart === oldPart && state !== 'refused')
    .pop();
  if (own?.state !== 'done' || newestSent === undefined) return own;
  return (own.answer as { readonly id: string }).id === newestSent ? own : undefined;
}

/** Where a picture that is kept on this phone can be seen, while it is. */
function useAddress(photo: Deed | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = photo && URL.createObjectURL(photo.body as Blob);
    setAddress(made);
    return () => made && URL.revokeObjectURL(made);
  }, [photo?.id]);
  return address;
}
