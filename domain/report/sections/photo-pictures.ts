import type { PhotosBlock } from '../model';
import type { HazardPhoto } from '../photos';
import { grouped } from './closing';

/** Photos with what each shows: hazard, before or after its rectification, when and where. */
export function photoPictures(
  shown: readonly HazardPhoto[],
  when: Readonly<Record<HazardPhoto['when'], string>>,
): PhotosBlock['photos'] {
  return shown.map(({ sha256, hazard, when: taken, on, time }) => {
    const caption = `${hazard.no} ${when[taken]}`;
    const detail = ` ${[on, time ?? '', hazard.value.location ?? ''].filter((part) => part !== '').join(' ')}`;
    return {
      sha256,
      caption: [{ text: caption, bold: true as const }, { text: detail }],
      hash: `SHA-256 ${grouped(sha256)}`,
      alt: `${caption}${detail}`,
    };
  });
}
