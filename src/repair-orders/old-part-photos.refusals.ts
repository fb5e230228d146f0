import { Refusal } from '../kernel/refusal.ts';

export class PictureUnreadable extends Refusal {
  constructor() {
    super('PICTURE_UNREADABLE', 'invalid', {
      zh: '这不是可以打开的照片；请重新拍摄，以 JPEG、PNG 或 WebP 发送。',
      en: 'This is no picture that can be opened. Take it again, and send it as JPEG, PNG or WebP.',
    });
  }
}

export class PictureTooManyPixels extends Refusal {
  constructor(limit: number) {
    super(
      'PICTURE_TOO_MANY_PIXELS',
      'invalid',
      {
        zh: `照片的像素过多；最多 ${limit} 个。`,
        en: `The picture has too many pixels; ${limit} are the most.`,
      },
      { limit },
    );
  }
}

export class OldPartNotFound extends Refusal {
  constructor() {
    super('OLD_PART_NOT_FOUND', 'missing', {
      zh: '这张工单没有登记这个旧件；请先登记旧件去向。',
      en: 'The repair order has no such old part. Tell first what became of it.',
    });
  }
}

export class NothingToPhotograph extends Refusal {
  constructor() {
    super('NO_OLD_PART', 'conflict', {
      zh: '登记的是没有旧件，无法为它附照片。',
      en: 'It is on record that there was no old part, so there is none to photograph.',
    });
  }
}

export class EnoughPhotos extends Refusal {
  constructor(limit: number) {
    super(
      'OLD_PART_PHOTOS_FULL',
      'conflict',
      {
        zh: `一个旧件最多 ${limit} 张照片，已经够了。`,
        en: `An old part has ${limit} photos at the most, and has them.`,
      },
      { limit },
    );
  }
}

export class PhotoNotFound extends Refusal {
  constructor() {
    super('PHOTO_NOT_FOUND', 'missing', { zh: '没有这张照片。', en: 'There is no such photo.' });
  }
}
